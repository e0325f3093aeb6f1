package dev.escapement.server.webhook;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.WebhookVerification;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a signed request, read strictly: each method throws {@link RefusedException} for invalid content. */
public final class SignedRequest {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final ServerRequest request;

    /**
     * Creates a reader of a request.
     *
     * @param request the request
     */
    public SignedRequest(ServerRequest request) {
        this.request = request;
    }

    /** {@return the value of a header that must occur exactly once} */
    public String header(String name) {
        List<String> values = request.values(name);
        if (values.size() != 1) {
            throw new RefusedException(WebhookVerification.Reason.HEADERS);
        }
        return values.get(0);
    }

    /**
     * Returns the time in a header, which must be at most five minutes in the past or in the future.
     *
     * @param name the name of the header, whose value is the number of seconds since 1970
     * @param now the present
     * @return the time
     */
    public Instant time(String name, Instant now) {
        String seconds = header(name);
        if (!SECONDS.matcher(seconds).matches()) {
            throw new RefusedException(WebhookVerification.Reason.MALFORMED_HEADER);
        }
        Instant time = Instant.ofEpochSecond(Long.parseLong(seconds));
        if (Duration.between(time, now).abs().compareTo(WINDOW) > 0) {
            throw new RefusedException(WebhookVerification.Reason.OUTSIDE_WINDOW);
        }
        return time;
    }

    /** {@return the bytes of the body} */
    public ByteBuffer bytes() {
        return request.body();
    }

    /** {@return the body as text, which must be UTF-8} */
    public String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(request.body()).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(WebhookVerification.Reason.MALFORMED_BODY);
        }
    }
}
