/** Functions with the owner's rights that the running role may call, and what each of them filters by. */
export const ownersFunctions = [
  // Removes what is older than the period that the database has; for the worker, who names neither rows nor period.
  { name: "lantern_begin_forgetting(timestamp with time zone)" },
  // How many addresses stand how, for whoever counts everything.
  { name: "lantern_case_systems()" },
  // Colleagues at work, for those who hand cards over: names, call signs, how many phones.
  { name: "lantern_crew_at(timestamp with time zone)" },
  { name: "lantern_forget(timestamp with time zone,integer)" },
  // Ids of looks of the actor's own organisation, for its privacy officer alone.
  { name: "lantern_looks_at_own_name(timestamp with time zone)" },
  // The numbers that belong together with the one that is asked about.
  { name: "lantern_numbers_of_asked()" },
  // Ids and standings of the actor's own authorities' alerts, which they may read anyway.
  { name: "lantern_open_alerts()" },
  // How many have practised, by setting, for the health manager of the place and operators.
  { name: "lantern_practised(timestamp with time zone,timestamp with time zone)" },
  // Yes or no, about ladders that tell the actor's own authorities.
  { name: "lantern_told_besides(uuid)" },
  // Counts and times, of the manager's own authorities or for an operator.
  { name: "lantern_waiting_alerts(timestamp with time zone)" },
  { name: "lantern_waiting_alerts(timestamp with time zone,timestamp with time zone)" },
  { name: "session_actor(uuid,timestamp with time zone)" },
] as const;
