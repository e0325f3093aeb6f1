package dev.escapement.server.security;

import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import dev.escapement.server.ServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions of the one local person of a server without an authenticator. A link with a token begins a session once. A
 * session is a signed cookie that expires after twelve hours, so that it survives a restart if the key does. Browsers send the
 * cookie to every server of this computer, whatever its port, so that the cookie alone is worthless: each request must also
 * contain the anti-forgery token of the session, which only the page that began the session receives. Ended sessions are
 * remembered until they expire or the process ends. Safe for concurrent use.
 */
final class LocalSessions implements SenderSource {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final String PURPOSE = "session";
    private static final int MAX_TOKENS = 16;

    private final SessionKey key;
    private final AntiForgery antiForgery;
    private final Clock clock;
    private final Identity person;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    LocalSessions(SessionKey key, Clock clock) {
        this.key = key;
        this.antiForgery = new AntiForgery(key);
        this.clock = clock;
        String name = System.getProperty("user.name", "");
        this.person = new Identity(name.isBlank() ? "local" : name, EnumSet.allOf(Role.class), Map.of());
    }

    /** {@return a new token that begins one session; only the newest 16 tokens are valid} */
    synchronized String newToken() {
        String token = SessionKey.randomText();
        tokens.add(token);
        if (tokens.size() > MAX_TOKENS) {
            tokens.remove(0);
        }
        return token;
    }

    /**
     * Begins a session.
     *
     * @param token a token that {@link #newToken} returned and that was not used
     * @param host the checked host of the request
     * @return the sender and the cookie; empty if the token is not valid
     */
    Optional<NewSession> start(String token, String host, boolean secure) {
        if (!use(token)) {
            return Optional.empty();
        }
        String content = clock.instant().plus(LIFE).getEpochSecond() + "." + SessionKey.randomText();
        String session = content + "." + key.sign(PURPOSE, content);
        String cookie = cookie(host, session, LIFE.toSeconds(), secure);
        return Optional.of(new NewSession(new Sender(person, content), cookie));
    }

    /** A session that begins, with the value of the header {@code Set-Cookie}. */
    record NewSession(Sender sender, String cookie) {}

    private synchronized boolean use(String token) {
        boolean found = false;
        for (Iterator<String> all = tokens.iterator(); all.hasNext(); ) {
            if (SessionKey.isEqual(all.next(), token)) {
                all.remove();
                found = true;
            }
        }
        return found;
    }

    @Override
    public Optional<Sender> sender(ServerRequest request) {
        String token = request.header(AntiForgery.HEADER).orElse("");
        return token.isEmpty() ? Optional.empty() : sessionOf(request, token);
    }

    /** Ends the session of a request, and returns the value of the header {@code Set-Cookie} that removes its cookie. */
    String end(ServerRequest request, String host) {
        long now = clock.instant().getEpochSecond();
        ended.values().removeIf(expiry -> expiry <= now);
        sender(request).map(Sender::binding).ifPresent(content -> ended.put(content, expiry(content)));
        return cookie(host, "", 0, request.secure());
    }

    /** Returns the valid session of a token; other servers on this computer can set further cookies. */
    private Optional<Sender> sessionOf(ServerRequest request, String token) {
        String prefix = name(request.header("Host").orElse("")) + "=";
        for (String header : request.values("Cookie")) {
            for (String pair : header.split(";", -1)) {
                String cookie = pair.strip();
                if (cookie.startsWith(prefix)) {
                    Optional<Sender> sender = verified(cookie.substring(prefix.length()))
                            .map(content -> new Sender(person, content))
                            .filter(each -> antiForgery.matches(each, token));
                    if (sender.isPresent()) {
                        return sender;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> verified(String session) {
        int dot = session.lastIndexOf('.');
        String content = dot < 0 ? "" : session.substring(0, dot);
        boolean valid = key.verifies(PURPOSE, content, session.substring(dot + 1))
                && expiry(content) > clock.instant().getEpochSecond()
                && !ended.containsKey(content);
        return valid ? Optional.of(content) : Optional.empty();
    }

    /** Returns the time in the signed content of a session, in seconds since the epoch. */
    private static long expiry(String content) {
        return Long.parseLong(content.substring(0, content.indexOf('.')));
    }

    private static String cookie(String host, String value, long seconds, boolean secure) {
        return name(host) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > host.lastIndexOf(']');
        return hasPort ? "escapement-session-" + host.substring(colon + 1) : "escapement-session";
    }
}
