// The path of a thread through the diagram of its agent, computed from its events.

/**
 * Counts how often a thread has reached the nodes and taken the edges of its agent's graph.
 *
 * @param {{nodes: object[], edges: object[]}} graph the graph of the agent's loop
 * @param {Iterable<object>} events the events in order
 * @returns {{nodes: Map<string, number>, edges: Map<number, number>, last: string|null}} counts by id of the node and by
 *     index of the edge, and the node that the thread reached last
 */
export function pathTaken(graph, events) {
  const path = new Path(graph);
  for (const event of events) {
    if (Object.hasOwn(HANDLERS, event.event)) {
      HANDLERS[event.event](path, event);
    }
  }
  return { nodes: path.nodes, edges: path.edges, last: path.last };
}

/** What an event means for the path. Kinds that do not move the thread are left out. */
const HANDLERS = {
  started: (path, e) => path.start(e.trigger),
  context_fetched: (path, e) => path.main('context', e.source),
  context_failed: (path, e) => path.main('context', e.source),
  model_replied: (path, e) => path.reply(e.calls),
  message_received: (path) => path.message(),
  person_asked: (path) => path.main('person', ''),
  gate_passed: (path, e) => path.pass(e.callId),
  gate_denied: (path, e) => path.answer(e.callId, 'gate'),
  gate_failed: (path, e) => path.answer(e.callId, 'gate'),
  approval_asked: (path, e) => path.move(e.callId, 'gate').move(e.callId, 'person'),
  refused: (path, e) => path.answer(e.callId),
  expired: (path, e) => path.answer(e.callId),
  step_started: (path, e) => path.move(e.callId, 'step'),
  step_returned: (path, e) => path.answer(e.callId),
  step_failed: (path, e) => path.answer(e.callId, null, true),
  reply_asked: (path, e) => path.move(e.callId, 'person'),
  reply_received: (path, e) => path.answer(e.callId),
  delegate_started: (path, e) => path.move(e.callId, 'delegate'),
  delegate_ended: (path, e) => (e.joins && e.succeeded ? path : path.answer(e.callId)),
  call_selected: (path, e) => path.select(e.callId, e.next),
  answered_by_person: (path, e) => path.decided(e),
  finished: (path, e) => path.finish(e.callId),
};

class Path {
  nodes = new Map();
  edges = new Map();
  last = null;
  #graph;
  #current = null;
  #calls = new Map();
  #byEnds = new Map();

  constructor(graph) {
    this.#graph = graph;
    graph.edges.forEach((edge, index) => {
      const key = `${edge.from} ${edge.to}`;
      this.#byEnds.set(key, [...(this.#byEnds.get(key) ?? []), index]);
    });
  }

  start(trigger) {
    this.#enter(null, this.#find('start', '', null));
    if (trigger) {
      this.main('trigger', trigger);
    }
    return this;
  }

  /** Moves the thread itself, outside of calls. */
  main(kind, name) {
    this.#enter(this.#current, this.#find(kind, name, this.#current));
    return this;
  }

  reply(calls) {
    this.main('model', '');
    calls.forEach((call) => this.#calls.set(call.id, { tool: call.tool, at: this.#current }));
    return this;
  }

  message() {
    const person = this.#find('person', '', this.#current);
    return person?.id === this.#current ? this : this.main('person', '');
  }

  /** Moves a call to a node of its tool. Further attempts of the same step are not counted. */
  move(callId, kind) {
    const call = this.#calls.get(callId);
    const node = call && this.#find(kind, call.tool, call.at);
    if (node && node.id !== call.at) {
      this.#enter(call.at, node);
      call.at = node.id;
    }
    return this;
  }

  /** Moves a call to its gate, unless a person has approved it: the gate is then checked again, but the path goes on. */
  pass(callId) {
    const at = this.#calls.get(callId)?.at;
    const isApproved = this.#graph.nodes.some((node) => node.id === at && node.kind === 'person');
    return isApproved ? this : this.move(callId, 'gate');
  }

  /** Moves a call through a node, if given, and back to the model. */
  answer(callId, kind = null, isFailure = false) {
    if (kind) {
      this.move(callId, kind);
    }
    const call = this.#calls.get(callId);
    const model = this.#find('model', '', null);
    if (call && model && call.at !== model.id) {
      this.#take(call.at, model.id, isFailure);
      this.#current = model.id;
    }
    return this;
  }

  select(callId, next) {
    this.#calls.set(next.id, { tool: next.tool, at: this.#calls.get(callId)?.at ?? this.#current });
    return this;
  }

  decided(event) {
    if (event.nextId) {
      return this.select(event.callId, { id: event.nextId, tool: event.answer.tool });
    }
    return ['returned', 'failed'].includes(event.answer.kind) ? this.answer(event.callId) : this;
  }

  finish(callId) {
    const from = this.#calls.get(callId)?.at ?? this.#current;
    this.#enter(from, this.#find('finish', '', from));
    return this;
  }

  /** Returns the node of a kind and name. Of several, one that an edge connects with the current node is preferred. */
  #find(kind, name, from) {
    const isNamed = (node) => (name ? node.tool === name || node.label === name : !node.tool);
    const nodes = this.#graph.nodes.filter((node) => node.kind === kind && isNamed(node));
    return nodes.find((node) => this.#byEnds.has(`${from} ${node.id}`)) ?? nodes[0] ?? null;
  }

  #enter(from, node) {
    if (node) {
      this.nodes.set(node.id, (this.nodes.get(node.id) ?? 0) + 1);
      this.last = node.id;
      this.#current = node.id;
      if (from) {
        this.#take(from, node.id, false);
      }
    }
  }

  /** Counts the edges between two nodes. Of parallel edges, the labelled ones are those of failures. */
  #take(from, to, isFailure) {
    const parallel = this.#byEnds.get(`${from} ${to}`) ?? [];
    const chosen = parallel.filter((index) => Boolean(this.#graph.edges[index].label) === isFailure);
    for (const index of chosen.length > 0 && parallel.length > 1 ? chosen : parallel) {
      this.edges.set(index, (this.edges.get(index) ?? 0) + 1);
    }
  }
}
