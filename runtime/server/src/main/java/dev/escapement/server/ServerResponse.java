package dev.escapement.server;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An HTTP response, independent of the server that sends it: a {@link Complete} one or a {@link Stream}. */
public sealed interface ServerResponse {

    /**
     * Returns the status code.
     *
     * @return 200 to 599
     */
    int status();

    /**
     * Returns the headers.
     *
     * @return the values by name, sorted by name
     */
    Map<String, String> headers();

    /**
     * Calls the method of a visitor for the form of this response.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @param <E> the type of the exceptions of the visitor
     * @return the result of the visitor
     * @throws E if the visitor throws it, for example because the response cannot be sent
     */
    <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E;

    /**
     * A function on responses, for example the part of an adapter that sends them to a client.
     *
     * @param <R> the type of the result
     * @param <E> the type of the exceptions; {@link RuntimeException} for none
     */
    interface Visitor<R, E extends Exception> {

        /**
         * Processes a response whose body is known. An adapter does not send the body in reply to {@code HEAD}.
         *
         * @param response the response
         * @return the result
         * @throws E if this fails
         */
        R complete(Complete response) throws E;

        /**
         * Processes a response whose body is written later. An adapter sends the status and the headers, and opens the source.
         * {@link AgentServer#handle} does not return such a response to {@code HEAD}.
         *
         * @param response the response
         * @return the result
         * @throws E if this fails
         */
        R stream(Stream response) throws E;
    }

    /**
     * A response whose body is known.
     *
     * @param status the status code
     * @param headers the headers, without {@code Content-Length}
     * @param body the body, which can be empty
     */
    record Complete(int status, Map<String, String> headers, ByteBuffer body) implements ServerResponse {
        public Complete {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
            body = body.asReadOnlyBuffer();
        }

        /** {@return the body, with a position and a limit of its own} */
        @Override
        public ByteBuffer body() {
            return body.asReadOnlyBuffer();
        }

        @Override
        public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
            return visitor.complete(this);
        }
    }

    /**
     * A response whose body is written until the client closes the connection or the source is at its end.
     *
     * @param status the status code
     * @param headers the headers
     * @param source the source of the body
     */
    record Stream(int status, Map<String, String> headers, EventSource source) implements ServerResponse {
        public Stream {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
            Objects.requireNonNull(source, "source");
        }

        @Override
        public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
            return visitor.stream(this);
        }
    }
}
