/** The user works within one of these; a heading stands in each, or in the one around it. */
const regions = "section, nav, main";

/**
 * Keeps the focus for those who work by keyboard when the control that has it goes, or can be used no more. It goes to the act that
 * takes back what was just done, or that ends what is under way; else it stays where the user was, on nothing that would destroy more.
 */
export function keepFocus(root: HTMLElement): void {
  let focused: HTMLElement | null = null;
  /** Where we have put the focus. */
  let moved: HTMLElement | null = null;
  let isMoving = false;
  let places: HTMLElement[] = [];
  let undo: HTMLElement | null = null;
  /** It came after the user has gone anywhere: it is about what they did there, which may go only now. */
  let isFresh = false;

  root.addEventListener("focusin", ({ target }) => {
    const before = focused;
    focused = target as HTMLElement;
    // From there the way leads back to where the user was.
    if (!isMoving && !focused.closest(".undo")) places = placesAround(focused, before);
    if (!isMoving) isFresh = false;
  });

  // A click beside all controls takes the focus away on purpose. What has gone says the same as it goes, but then is gone.
  root.addEventListener("focusout", ({ target }) =>
    queueMicrotask(() => {
      if (target === focused && isUsable(focused) && isNowhere()) focused = null;
    }),
  );

  const moveTo = (place: HTMLElement | undefined) => {
    if (!place) return;
    moved = place;
    isMoving = true;
    // Headings and rows take no focus by themselves.
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus();
    isMoving = false;
    // A window in the background tells of no focus.
    focused = place;
  };

  const look = () => {
    const before = undo;
    undo = root.querySelector<HTMLElement>("[data-act=undo]");
    if (undo !== before) isFresh = undo !== null;
    if (focused === null) return;
    const isLost = !isUsable(focused) && (document.activeElement === focused || isNowhere());
    if (undo !== null && isFresh && (isLost || focused === moved)) {
      isFresh = false;
      moveTo(undo);
    } else if (isLost) moveTo(endOf(places) ?? places.find(isUsable));
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
}

/** Where to go on when a control has gone: the best first. */
function placesAround(control: HTMLElement, before: HTMLElement | null): HTMLElement[] {
  const row = control.closest("li, tr");
  const region = control.closest(regions);
  const outer = region?.parentElement?.closest(regions);
  const places = [
    control,
    row?.nextElementSibling,
    row?.previousElementSibling,
    before?.closest(regions) === region ? before : null,
    ...[region, outer].map((one) => one?.querySelector("h1, h2, h3")),
  ];
  return places.filter((place) => place instanceof HTMLElement);
}

/** What ends that which is under way where the user was. */
function endOf(places: readonly HTMLElement[]): HTMLElement | undefined {
  const region = places.find(({ isConnected }) => isConnected)?.closest(regions);
  return region?.querySelector<HTMLElement>("[data-act=cancel]") ?? undefined;
}

function isUsable(place: HTMLElement | null): boolean {
  return place?.isConnected === true && !place.matches(":disabled");
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
