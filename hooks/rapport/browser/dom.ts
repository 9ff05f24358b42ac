/** Small helpers to build and find elements. Text always enters as text, never as markup. */

export type Attributes = Record<string, string | number>;
export type Content = Node | string;

/** Finds the first element below `root`, of the type that the caller knows it has. */
export function find<E extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): E | null {
  return root.querySelector<E>(selector);
}

/** Finds all elements below `root`. */
export function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)];
}

/** Makes an HTML element. */
export function make(tag: string, attributes: Attributes, ...content: Content[]): HTMLElement {
  return dress(document.createElement(tag), attributes, content);
}

/** Makes an SVG element. */
export function draw(tag: string, attributes: Attributes, ...content: Content[]): SVGElement {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, content);
}

function dress<E extends Element>(element: E, attributes: Attributes, content: Content[]): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  element.append(...content);
  return element;
}

/** Shows or hides an element, where it is there. */
export function show(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown;
}

/** Sets the text of the element, where it is there, and only when it differs: less to lay out. */
export function fill(root: ParentNode, selector: string, text: string): void {
  const element = find(root, selector);
  if (element && element.textContent !== text) element.textContent = text;
}
