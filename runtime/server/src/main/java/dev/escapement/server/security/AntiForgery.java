package dev.escapement.server.security;

/** The tokens that bind requests to the page of a session or of an identity. Safe for concurrent use. */
final class AntiForgery {
    /** The header with the token. */
    static final String HEADER = "Escapement-Anti-Forgery";

    private static final String PURPOSE = "anti-forgery";

    private final SessionKey key;

    AntiForgery(SessionKey key) {
        this.key = key;
    }

    /** {@return the token of a sender} */
    String token(Sender sender) {
        return key.sign(PURPOSE, sender.binding());
    }

    /** {@return whether a token is that of a sender} */
    boolean matches(Sender sender, String token) {
        return SessionKey.isEqual(token(sender), token);
    }
}
