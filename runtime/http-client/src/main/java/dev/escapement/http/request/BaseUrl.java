package dev.escapement.http.request;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * The common part of all URLs of a server. It may have a query, which every request repeats, for example {@code
 * ?api-version=2024-10-21}. It may also be the complete address of an operation, for example {@code
 * https://host/v1/chat/completions}.
 *
 * @param uri an absolute address with the scheme http or https, without a trailing slash of the path and without a
 *     fragment
 */
public record BaseUrl(URI uri) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The paths of the operations that a base URL may contain already. */
    private static final List<String> OPERATIONS = List.of("/chat/completions", "/responses", "/messages");

    /**
     * Creates a base URL from a valid address.
     *
     * @throws IllegalArgumentException if the address is invalid; the message contains no part that may be a secret
     */
    public BaseUrl {
        checked(uri);
        if (uri.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("The path of a base URL has no trailing slash.");
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
            throw new IllegalArgumentException("An address begins with http:// or https://.");
        }
        Authority authority = Authority.of(uri);
        if (authority.host().isEmpty()) {
            throw new IllegalArgumentException("The address has no valid host.");
        }
        if (!authority.userInfo().isEmpty()) {
            throw new IllegalArgumentException(
                    "The address of " + authority.host() + " contains a name or a password. Send a key as a header.");
        }
        if (authority.hasUnderscore() && scheme.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("The host name contains an underscore, which the HTTP client of the Java"
                    + " platform does not accept with https. Use a name without an underscore.");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("An address has no fragment.");
        }
        return uri;
    }

    /**
     * Parses a base URL.
     *
     * @param text the address, possibly with trailing slashes and a query
     * @param example a valid address, for the message
     * @return the base URL
     * @throws IllegalArgumentException if it is invalid; the message contains no part that may be a secret
     */
    public static BaseUrl of(String text, String example) {
        String stripped = text.strip();
        int query = stripped.indexOf('?');
        int end = query < 0 ? stripped.length() : query;
        while (end > 0 && stripped.charAt(end - 1) == '/') {
            end--;
        }
        String path = stripped.substring(0, end);
        try {
            return new BaseUrl(new URI(query < 0 ? path : path + stripped.substring(query)));
        } catch (URISyntaxException e) {
            throw invalid(example, ""); // the exception quotes the address, so it is not the cause
        } catch (IllegalArgumentException e) {
            throw invalid(example, " " + e.getMessage());
        }
    }

    private static IllegalArgumentException invalid(String example, String reason) {
        return new IllegalArgumentException("The base URL must have the form of " + example
                + ": http or https, a host, optionally a port, a path and a query, and nothing else." + reason);
    }

    /**
     * Returns the address of an operation. If this URL is the address of an operation already, its path remains, and
     * one of a different operation is replaced. The query of this URL precedes that of the operation.
     *
     * @param operation the path of the operation relative to this URL; it begins with a slash and may have a query
     * @return the address
     */
    public URI with(String operation) {
        int mark = operation.indexOf('?');
        String path = mark < 0 ? operation : operation.substring(0, mark);
        String query = mark < 0 ? null : operation.substring(mark + 1);
        String own = uri.getRawQuery() == null || uri.getRawQuery().isEmpty() ? null : uri.getRawQuery();
        String both = own == null || query == null ? (own == null ? query : own) : own + "&" + query;
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path(uri.getRawPath(), path)
                + (both == null ? "" : "?" + both));
    }

    private static String path(String base, String operation) {
        for (String known : OPERATIONS) {
            if (base.endsWith(known)) {
                return operation.endsWith(known) ? base : base.substring(0, base.length() - known.length()) + operation;
            }
        }
        return base + operation;
    }

    /**
     * Returns the host.
     *
     * @return the host name, which may contain underscores, or the IP address with the brackets of IPv6
     */
    public String host() {
        return Authority.of(uri).host();
    }

    /**
     * Returns the port.
     *
     * @return the port; that of the scheme if the URL has none
     */
    public int port() {
        int port = Authority.of(uri).port();
        int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return port >= 0 ? port : usual;
    }

    /**
     * Returns a description of a model at this URL.
     *
     * @param provider the provider as in {@link ModelInfo}
     * @param model the name of the model
     * @return the description
     */
    public ModelInfo info(String provider, String model) {
        return new ModelInfo(provider, model, host(), port());
    }

    /** Returns the scheme, the host and the port, but not the path and the query, which may contain a key. */
    @Override
    public String toString() {
        return "BaseUrl[" + uri.getScheme() + "://" + host() + ":" + port() + "]";
    }
}
