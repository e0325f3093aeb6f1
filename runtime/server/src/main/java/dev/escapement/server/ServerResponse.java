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
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Sends this response with the method of a sender for its form.
     *
     * @param sender the sender
     * @param <E> the type of its exceptions
     * @return whether the body is still written
     * @throws E if the response cannot be sent
     */
    <E extends Exception> boolean send(ResponseSender<E> sender) throws E;

    /**
     * A part of an adapter that sends responses to a client.
     *
     * @param <E> the type of its exceptions
     */
    interface ResponseSender<E extends Exception> {

        /**
         * Sends a response whose body is known.
         *
         * @return whether the body is still written
         * @throws E if the response cannot be sent
         */
        boolean complete(Complete response) throws E;

        /**
         * Sends the status and the headers of a response, and opens its source. Not called for {@code HEAD}.
         *
         * @return whether the body is still written
         * @throws E if the response cannot be sent
         */
        boolean stream(Stream response) throws E;
    }

    /**
     * A function on responses.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /** {@return the result for a response whose body is known} */
        R complete(Complete response);

        /** {@return the result for a response whose body is written later} */
        R stream(Stream response);
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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.complete(this);
        }

        @Override
        public <E extends Exception> boolean send(ResponseSender<E> sender) throws E {
            return sender.complete(this);
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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stream(this);
        }

        @Override
        public <E extends Exception> boolean send(ResponseSender<E> sender) throws E {
            return sender.stream(this);
        }
    }
}
