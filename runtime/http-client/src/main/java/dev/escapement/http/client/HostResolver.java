package dev.escapement.http.client;

import dev.escapement.http.request.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * A resolver of host names with an underscore, which the HTTP client of the Java platform does not accept. Names of
 * containers and services often have one. The request then contains the IP address in place of the name.
 */
final class HostResolver {

    /** A lookup of the IP address of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress of(String name) throws UnknownHostException;
    }

    private HostResolver() {}

    /**
     * Returns an address that the Java platform accepts.
     *
     * @throws RetryableException if the host has an underscore and cannot be resolved
     */
    static URI resolved(URI uri, EndpointExceptions exceptions) throws RetryableException {
        return resolved(uri, exceptions, InetAddress::getByName);
    }

    static URI resolved(URI uri, EndpointExceptions exceptions, Lookup lookup) throws RetryableException {
        if (uri.getHost() != null) {
            return uri;
        }
        Authority authority = Authority.of(uri);
        try {
            String ip = lookup.of(authority.host()).getHostAddress();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return URI.create(uri.getScheme() + "://" + (ip.indexOf(':') < 0 ? ip : "[" + ip + "]")
                    + (authority.port() < 0 ? "" : ":" + authority.port())
                    + uri.getRawPath() + query);
        } catch (UnknownHostException e) {
            throw exceptions.retryable(
                    RetryableException.Kind.NO_CONNECTION,
                    0,
                    new UnknownHostException("the host " + authority.host()
                            + ", whose name contains an underscore, is unknown. Check the name, or use one without an"
                            + " underscore"));
        }
    }
}
