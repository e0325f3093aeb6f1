package dev.escapement.fake;

/** The common parts of both OpenAI protocols. */
abstract class OpenAiProtocol implements FakeProtocol {

    private final String name;

    /**
     * Creates a protocol.
     *
     * @param name the path of requests below the base
     */
    OpenAiProtocol(String name) {
        this.name = name;
    }

    /** Rejects a body that the provider would reject. */
    abstract void check(RequestNode body);

    @Override
    public final String base() {
        return OpenAiRules.BASE;
    }

    @Override
    public final String path() {
        return OpenAiRules.BASE + name;
    }

    @Override
    public final void check(ReceivedRequest request) {
        OpenAiRules.checkKey(request);
        check(request.body());
    }

    @Override
    public final String error(int status, String message) {
        return OpenAiRules.error(status, message);
    }
}
