package dev.escapement.server.adapter;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The checks of the target and of the body of a request that do not depend on the HTTP server. Immutable.
 *
 * @param maxBody the maximum length of a body in bytes
 * @param time the time after which a body that still arrives is refused
 */
public record BodyReader(int maxBody, Duration time) {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int PART = 1 << 13;

    /**
     * Reads the body of a request.
     *
     * @param head the request without its body; its target begins with the prefix
     * @param prefix the path under which the handlers are mounted, without a slash at the end; empty for the root
     * @param in the body
     * @param memory receives the memory that the body needs
     * @return the request with its body and without the prefix
     * @throws ProblemException if the request is refused
     * @throws IOException if the connection failed or the body arrived too slowly
     */
    public ServerRequest read(ServerRequest head, String prefix, InputStream in, BodyMemory.Share memory)
            throws IOException {
        requireFraming(head);
        String target = target(head, prefix);
        if (declaredLength(head) > maxBody) {
            throw tooLarge();
        }
        return new ServerRequest(
                head.method(),
                target,
                head.headers(),
                ByteBuffer.wrap(bytes(in, memory)),
                head.remote(),
                head.secure(),
                head.principal());
    }

    private static String target(ServerRequest head, String prefix) {
        if (!head.target().startsWith("/")) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The request target must be a path that begins with one slash.");
        }
        if (!head.path().startsWith(prefix + "/")) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This path does not exist.");
        }
        return head.target().substring(prefix.length());
    }

    /** Returns the body, whose parts are added to the memory in use as they arrive. */
    private byte[] bytes(InputStream in, BodyMemory.Share memory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        long start = System.nanoTime();
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            memory.add(length);
            out.write(part, 0, length);
            if (out.size() > maxBody) {
                throw tooLarge();
            }
            if (System.nanoTime() - start > time.toNanos()) {
                throw new SlowBodyException();
            }
        }
        return out.toByteArray();
    }

    /** Refuses a body with two ends: a proxy and this server could read different requests from the connection. */
    private static void requireFraming(ServerRequest head) {
        int lengths = head.values("Content-Length").size();
        int encodings = head.values("Transfer-Encoding").size();
        if (lengths + encodings > 1) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The request must have one length or one transfer encoding.");
        }
    }

    /** Returns the declared length; 0 if there is none. Refuses signs, which HTTP servers accept. */
    private static long declaredLength(ServerRequest head) {
        List<String> values = head.values("Content-Length");
        if (values.isEmpty()) {
            return 0;
        }
        String length = values.get(0).strip();
        if (!LENGTH.matcher(length).matches()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The header Content-Length must be a number.");
        }
        return Long.parseLong(length);
    }

    private ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "The body must not be longer than " + maxBody + " bytes.");
    }
}
