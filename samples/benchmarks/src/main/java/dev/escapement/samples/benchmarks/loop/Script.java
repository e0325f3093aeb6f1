package dev.escapement.samples.benchmarks.loop;

/** A script of stub model replies. It contains a number of calls to one tool, and then the end. */
final class Script {

    static final String PROMPT = "You reserve the items of an order, one call at a time.";
    static final String INPUT = "Reserve all items of my order";
    static final String TOOL = "reserve_items";
    static final String DESCRIPTION = "Reserve the items of an order.";
    static final String CLOSE = "close_order";
    static final String END = "All items are reserved.";
    static final String CLOSE_ARGUMENTS = "{\"summary\":\"" + END + "\"}";

    private static final int FIRST_ORDER = 100_000;

    private final int steps;
    private int next;

    /**
     * Creates a script.
     *
     * @param steps the number of calls to the tool
     */
    Script(int steps) {
        this(steps, 0);
    }

    /**
     * Continues a script.
     *
     * @param steps the number of calls to the tool
     * @param next the number of earlier calls
     */
    Script(int steps, int next) {
        this.steps = steps;
        this.next = next;
    }

    /** Advances to the next reply and returns whether it is a call. */
    boolean advance() {
        return next++ < steps;
    }

    /** Returns the id of the current call. */
    String callId() {
        return "call_" + next;
    }

    /** Returns the arguments of the current call. They have about 130 bytes and differ for each call. */
    String arguments() {
        return "{\"orderId\":\"A-" + (FIRST_ORDER + next)
                + "\",\"customer\":\"Ada Lovelace\",\"quantity\":12,\"speed\":\"EXPRESS\","
                + "\"skus\":[\"LAMP-3\",\"DESK-1\",\"CHAIR-22\"],\"gift\":true}";
    }
}
