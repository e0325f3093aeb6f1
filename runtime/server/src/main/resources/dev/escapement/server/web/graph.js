// The diagram of an agent as SVG, laid out by dagre. Attributes only, so that a strict style policy holds.
import { el } from './dom.js';
import { Graph, layout } from './dagre.esm.js';

const SVG = 'http://www.w3.org/2000/svg';
const CHARACTER = 7.3;
const LINE = 17;
const PADDING = 12;

/** Returns the graph of an agent from the API, where it is JSON text or JSON. Null if the agent has none. */
export function graphOf(agent) {
  const graph = typeof agent?.graph === 'string' ? JSON.parse(agent.graph || 'null') : agent?.graph;
  return graph?.nodes?.length > 0 ? graph : null;
}

/**
 * Draws a graph.
 *
 * @param {{nodes: object[], edges: object[]}} graph the graph
 * @param {{nodes: Map<string, number>, edges: Map<number, number>, last: string|null}} path the path to highlight
 * @returns {SVGElement}
 */
export function drawGraph(graph, path) {
  const plan = planned(graph);
  const { width, height } = plan.graph();
  const svg = shape('svg', {
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
    role: 'img',
    class: 'graph',
    'aria-label': `Diagram of the agent. ${path.nodes.size} of ${graph.nodes.length} nodes were reached.`,
  });
  svg.append(shape('defs', null, arrow('arrow', 'head'), arrow('arrow-taken', 'head taken')));
  const edges = graph.edges.map((edge, index) => [edge, plan.edge(edge.from, edge.to, String(index)), path.edges.get(index) ?? 0]);
  // The labels follow all lines, so that a line does not cross them.
  svg.append(...edges.map((each) => edgeLine(...each)), ...edges.filter(([edge]) => edge.label).map((each) => edgeLabel(...each)));
  graph.nodes.forEach((node) => svg.append(drawnNode(node, plan.node(node.id), path)));
  return svg;
}

/** Returns the graph as a table, for screen readers and for reading exact counts. */
export function graphTable(graph, path) {
  const names = new Map(graph.nodes.map((node) => [node.id, lines(node).join(' ')]));
  const rows = graph.edges.map((edge, index) =>
    el(
      'tr',
      null,
      el('td', null, names.get(edge.from)),
      el('td', null, edge.label ?? ''),
      el('td', null, names.get(edge.to)),
      el('td', null, String(path.edges.get(index) ?? 0)),
    ),
  );
  const head = ['From', 'On', 'To', 'Taken'].map((title) => el('th', { scope: 'col' }, title));
  return el('table', null, el('caption.visually-hidden', null, 'Transitions'), el('thead', null, el('tr', null, head)), el('tbody', null, rows));
}

function planned(graph) {
  const plan = new Graph({ multigraph: true });
  plan.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 36, edgesep: 14, marginx: 12, marginy: 12 });
  plan.setDefaultEdgeLabel(() => ({}));
  graph.nodes.forEach((node) => {
    const text = lines(node);
    plan.setNode(node.id, {
      width: Math.max(...text.map((line) => line.length)) * CHARACTER + 2 * PADDING + (node.kind === 'gate' ? 24 : 0),
      height: text.length * LINE + PADDING + (node.kind === 'gate' ? 10 : 0),
    });
  });
  graph.edges.forEach((edge, index) => {
    const label = edge.label ?? '';
    plan.setEdge(edge.from, edge.to, { width: label.length * CHARACTER, height: label ? LINE : 0, labelpos: 'c' }, String(index));
  });
  layout(plan);
  return plan;
}

function lines(node) {
  const text = (node.label || node.id).split(/<br\s*\/?>|\n/);
  return node.effect && text.length === 1 ? [...text, node.effect.toLowerCase()] : text;
}

function drawnNode(node, place, path) {
  const count = path.nodes.get(node.id) ?? 0;
  const text = lines(node);
  const state = `${count > 0 ? ' taken' : ''}${path.last === node.id ? ' last' : ''}`;
  const group = shape('g', { class: `node ${classOf(node.kind)}${state}`, transform: `translate(${place.x} ${place.y})`, 'data-node': node.id });
  group.append(shape('title', null, `${text.join(' ')}: reached ${count} times`), outline(node.kind, place.width, place.height));
  const top = -((text.length - 1) * LINE) / 2 + 4.5;
  text.forEach((line, i) => group.append(shape('text', { x: 0, y: top + i * LINE, 'text-anchor': 'middle' }, line)));
  if (count > 1) {
    group.append(shape('text', { x: place.width / 2 - 2, y: -place.height / 2 - 3, 'text-anchor': 'end', class: 'count' }, `× ${count}`));
  }
  return group;
}

function classOf(kind) {
  return `kind-${String(kind).replace(/[^a-z]/g, '')}`;
}

/** Returns the outline of a node: a diamond for a gate, a pill for the ends and for persons, otherwise a rectangle. */
function outline(kind, width, height) {
  if (kind === 'gate') {
    const [x, y] = [width / 2, height / 2];
    return shape('polygon', { points: `${-x},0 ${-x + 16},${-y} ${x - 16},${-y} ${x},0 ${x - 16},${y} ${-x + 16},${y}` });
  }
  const isRound = ['start', 'finish', 'person'].includes(kind);
  return shape('rect', { x: -width / 2, y: -height / 2, width, height, rx: isRound ? height / 2 : 5 });
}

function edgeLine(edge, place, count) {
  const group = shape('g', { class: edgeClass(edge, count) });
  group.append(
    shape('title', null, `${edge.label ?? 'transition'}: taken ${count} times`),
    shape('path', { d: curve(place.points), fill: 'none', 'marker-end': `url(#${count > 0 ? 'arrow-taken' : 'arrow'})` }),
  );
  return group;
}

function edgeLabel(edge, place, count) {
  const width = edge.label.length * CHARACTER + 4;
  return shape(
    'g',
    { class: edgeClass(edge, count) },
    shape('rect', { x: place.x - width / 2, y: place.y - LINE / 2, width, height: LINE, class: 'behind' }),
    shape('text', { x: place.x, y: place.y + 4.5, 'text-anchor': 'middle' }, edge.label),
  );
}

function edgeClass(edge, count) {
  return `edge${edge.kind ? ` ${classOf(edge.kind)}` : ''}${count > 0 ? ' taken' : ''}`;
}

/** Returns a smooth line through the points: straight at the ends, curves around the points between. */
function curve(points) {
  const [first, ...rest] = points;
  const parts = [`M${round(first)}`];
  rest.forEach((point, i) => {
    const next = rest[i + 1];
    parts.push(next ? `Q${round(point)} ${round({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}` : `L${round(point)}`);
  });
  return parts.join('');
}

function round({ x, y }) {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function arrow(id, name) {
  const marker = shape('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto', markerUnits: 'userSpaceOnUse' });
  marker.append(shape('path', { d: 'M0,0L8,4L0,8z', class: name }));
  return marker;
}

function shape(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes ?? {}).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}
