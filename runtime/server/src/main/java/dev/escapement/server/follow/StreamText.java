package dev.escapement.server.follow;

/** The text of server-sent events. JSON text has no line breaks, so that each event has one line of data. */
final class StreamText {
    /** The time in milliseconds after which a client reconnects. */
    static final String RETRY = "retry: 2000\n\n";

    /** The end of a thread, after which the client does not reconnect. */
    static final String END = "event: end\ndata: {}\n\n";

    /** A possible change of the open questions. */
    static final String CHANGED = "event: changed\ndata: {}\n\n";

    private StreamText() {}

    /** Appends a recorded event, whose id is the number of events including it. */
    static void appendEvent(StringBuilder out, int position, String json) {
        out.append("id: ")
                .append(position + 1)
                .append("\nevent: event\ndata: {\"position\":")
                .append(position);
        out.append(",\"event\":").append(json).append("}\n\n");
    }

    /** Appends an increment of a reply in progress, which has no id. */
    static void appendDelta(StringBuilder out, DeltaBody delta) {
        out.append("event: delta\ndata: ")
                .append(DeltaBodyCodec.INSTANCE.encode(delta))
                .append("\n\n");
    }
}
