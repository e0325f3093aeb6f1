package dev.escapement.server;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP request, independent of the server that received it. Immutable.
 *
 * @param method the method in upper case
 * @param target the path and the query of the request target, percent-encoded as sent, beginning with {@code /}; without
 *     the prefix under which the handlers are mounted
 * @param headers the values of each header, by name in lower case, in the order of the request
 * @param body the body, not longer than {@link AgentServer#maxBody}
 * @param remote the address of the peer, which can be that of a proxy
 * @param secure whether the connection uses TLS, possibly up to a trusted proxy
 * @param principal the user whom the HTTP server or the framework of the application authenticated, for an {@link
 *     Authenticator}; empty if it does not authenticate users. Repeated checks of an open stream receive the same object
 */
public record ServerRequest(
        String method,
        String target,
        Map<String, List<String>> headers,
        ByteBuffer body,
        InetSocketAddress remote,
        boolean secure,
        Optional<Principal> principal) {
    public ServerRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        body = body.asReadOnlyBuffer();
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(principal, "principal");
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> List.copyOf(entry.getValue()),
                        ServerRequest::joined));
    }

    /** Creates a request without a principal. */
    public ServerRequest(
            String method,
            String target,
            Map<String, List<String>> headers,
            ByteBuffer body,
            InetSocketAddress remote,
            boolean secure) {
        this(method, target, headers, body, remote, secure, Optional.empty());
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** {@return the body, with a position and a limit of its own} */
    @Override
    public ByteBuffer body() {
        return body.asReadOnlyBuffer();
    }

    /**
     * Returns the value of a header that may occur once.
     *
     * @param name the name, in any case
     * @return the value; empty if the header is absent or occurs more than once
     */
    public Optional<String> header(String name) {
        List<String> values = values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /**
     * Returns all values of a header.
     *
     * @param name the name, in any case
     * @return the values in the order of the request; empty if the header is absent
     */
    public List<String> values(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** {@return the encoded path of the target, without the query} */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** {@return the encoded query of the target; empty if it has none} */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** {@return this request without its body, which does not keep the body in memory} */
    public ServerRequest withoutBody() {
        return new ServerRequest(method, target, headers, ByteBuffer.allocate(0), remote, secure, principal);
    }

    /** Returns the method and the path without the query, headers and body, which can contain secrets. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
