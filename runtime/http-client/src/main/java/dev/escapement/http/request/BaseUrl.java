package dev.escapement.http.request;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The common prefix of all URLs of a server.
 *
 * @param uri an absolute address with the scheme http or https, without a trailing slash, query or fragment
 */
public record BaseUrl(URI uri) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Creates a base URL from a valid address.
     *
     * @throws IllegalArgumentException if the address is invalid; the message contains no part that may be a secret
     */
    public BaseUrl {
        checked(uri);
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("A base URL has no query, no fragment and no trailing slash.");
        }
    }

    /**
     * Checks that requests can be sent to an address, and returns the address.
     *
     * @param uri any address
     * @return the address
     * @throws IllegalArgumentException if requests cannot be sent to it; the message contains no part that may be a secret
     */
    public static URI checked(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("An address begins with http:// or https://, not with " + scheme + ":.");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The address has no valid host.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of " + uri.getHost() + " contains a name or a password. Send a key as a header.");
        }
        return uri;
    }

    /**
     * Parses a base URL.
     *
     * @param text the address, possibly with trailing slashes
     * @param example a valid address, for the message
     * @return the base URL
     * @throws IllegalArgumentException if it is invalid; the message contains no part of it
     */
    public static BaseUrl of(String text, String example) {
        try {
            return new BaseUrl(new URI(text.strip().replaceAll("/+$", "")));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The exception may quote the address, so it is not the cause.
            throw new IllegalArgumentException("The base URL must have the form of " + example
                    + ": http or https, a host, optionally a port and a path, and nothing else.");
        }
    }

    /**
     * Returns this URL with a path appended.
     *
     * @param path begins with a slash
     * @return the address
     */
    public URI with(String path) {
        return URI.create(uri + path);
    }

    /**
     * Returns a description of a model at this URL.
     *
     * @param provider the provider as in {@link ModelInfo}
     * @param model the name of the model
     * @return the description
     */
    public ModelInfo info(String provider, String model) {
        int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return new ModelInfo(provider, model, uri.getHost(), uri.getPort() >= 0 ? uri.getPort() : usual);
    }
}
