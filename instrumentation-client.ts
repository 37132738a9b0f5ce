// Zod reads this when it is loaded, before it checks anything. Otherwise it tries whether it may make code from text,
// which our content security policy refuses and browsers report. Set here, since its own way of setting it would bring
// all of it to pages that check nothing.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
