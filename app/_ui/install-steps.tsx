import type { ReactElement } from "react";
import {
  BrowserBarDrawing,
  DialogDrawing,
  HomeScreenDrawing,
  MenuDrawing,
  ShareSheetDrawing,
} from "./install-drawings";

type Device = "iphone" | "android" | "desktop";

interface Step {
  readonly drawing: () => ReactElement;
  readonly words: ReactElement;
}

const steps: Readonly<Record<Device, readonly Step[]>> = {
  iphone: [
    {
      drawing: BrowserBarDrawing,
      words: (
        <>
          Open this page in <strong>Safari</strong>. Press <strong>Share</strong>, the square with an arrow:
          at the bottom on an iPhone, at the top on an iPad.
        </>
      ),
    },
    {
      drawing: ShareSheetDrawing,
      words: (
        <>
          Scroll down and press <strong>Add to Home Screen</strong>.
        </>
      ),
    },
    {
      drawing: DialogDrawing,
      words: (
        <>
          Leave <strong>Open as Web App</strong> on if you see it, and press <strong>Add</strong>.
        </>
      ),
    },
    {
      drawing: HomeScreenDrawing,
      words: <>Open Lantern from its picture on the home screen, and sign in there once more.</>,
    },
  ],
  android: [
    {
      drawing: MenuDrawing,
      words: (
        <>
          Open this page in <strong>Chrome</strong> and press the three dots at the top.
        </>
      ),
    },
    {
      drawing: ShareSheetDrawing,
      words: (
        <>
          Press <strong>Add to Home screen</strong> or <strong>Install app</strong>, then{" "}
          <strong>Install</strong>.
        </>
      ),
    },
    { drawing: HomeScreenDrawing, words: <>Open Lantern from its picture on the home screen.</> },
  ],
  desktop: [
    {
      drawing: MenuDrawing,
      words: (
        <>
          In <strong>Edge</strong> or <strong>Chrome</strong>, press the small screen with an arrow at the end
          of the address bar, or open the menu and look for <strong>Install Lantern</strong>.
        </>
      ),
    },
    {
      drawing: DialogDrawing,
      words: (
        <>
          Press <strong>Install</strong>. Lantern then has a window of its own.
        </>
      ),
    },
  ],
};

/** Putting Lantern on a home screen, step by step, each with a drawing. The words alone are enough. */
export function InstallSteps({ device }: { readonly device: Device }): ReactElement {
  return (
    <ol className="install-steps">
      {steps[device].map(({ drawing: Drawing, words }, index) => (
        <li key={`${device}-${String(index)}`} className="install-steps__item">
          <Drawing />
          <p>{words}</p>
        </li>
      ))}
    </ol>
  );
}
