// The few parts of a service worker's world that ours uses. TypeScript's own "webworker" library cannot stand
// beside "dom" in one program, and a second program only for these files would be checked by nobody.

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface PushEvent extends ExtendableEvent {
  readonly data: { text(): string } | null;
}

export interface NotificationEvent extends ExtendableEvent {
  readonly notification: Notification;
}

export interface WorkerMessageEvent extends ExtendableEvent {
  readonly data: unknown;
}

export interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

export interface PushSubscriptionChangeEvent extends ExtendableEvent {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
}

export interface WindowClient {
  readonly url: string;
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<WindowClient>;
}

/** The page notification options that TypeScript's "dom" library leaves out. */
export interface PushNotificationOptions extends NotificationOptions {
  readonly renotify?: boolean;
  readonly vibrate?: readonly number[];
  readonly timestamp?: number;
}

interface WorkerEvents {
  readonly activate: ExtendableEvent;
  readonly fetch: FetchEvent;
  readonly message: WorkerMessageEvent;
  readonly notificationclick: NotificationEvent;
  readonly push: PushEvent;
  readonly pushsubscriptionchange: PushSubscriptionChangeEvent;
  readonly sync: SyncEvent;
}

export interface ServiceWorkerScope {
  readonly location: WorkerLocationLike;
  readonly navigator: Navigator;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly type: "window";
      readonly includeUncontrolled: boolean;
    }): Promise<WindowClient[]>;
    openWindow(url: string): Promise<WindowClient | null>;
  };
  readonly registration: ServiceWorkerRegistration & {
    showNotification(title: string, options: PushNotificationOptions): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void;
}

interface WorkerLocationLike {
  readonly origin: string;
}
