package dev.escapement.wire;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a provider is asked: what stands before the path of all its addresses.
 *
 * @param uri an absolute address of http or https, without a slash at its end, a query or a fragment
 */
public record BaseUrl(URI uri) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * An address.
     *
     * @param uri the address
     * @throws IllegalArgumentException if it is none; the message does not repeat what may be a secret in it
     */
    public BaseUrl {
        checked(uri);
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("a base URL has no query, no fragment and no slash at its end");
        }
    }

    /**
     * Checks an address, base or not.
     *
     * @throws IllegalArgumentException if it cannot be asked, without what may be secret in it
     */
    static URI checked(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("an address begins with http:// or https://, not with " + scheme + ":");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the address has no host, or one that is not written correctly");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address of " + uri.getHost() + " holds a name or a password; a key is sent as a header");
        }
        return uri;
    }

    /**
     * Reads an address.
     *
     * @param text the address, perhaps with slashes at its end
     * @param example what an address looks like, for the message
     * @return the address
     * @throws IllegalArgumentException if it is none; the message does not repeat what may be a secret in it
     */
    public static BaseUrl of(String text, String example) {
        try {
            return new BaseUrl(new URI(text.strip().replaceAll("/+$", "")));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The fault may quote the address, so it is not passed on.
            throw new IllegalArgumentException("The base URL has to look like " + example
                    + ": http or https, a host, perhaps a port and a path, and nothing else.");
        }
    }

    /**
     * An address below this one.
     *
     * @param path begins with a slash
     * @return the address
     */
    public URI with(String path) {
        return URI.create(uri + path);
    }

    /**
     * A model that is asked here.
     *
     * @param provider the provider as in {@link ModelInfo}
     * @param model the name of the model
     * @return both, with host and port
     */
    public ModelInfo info(String provider, String model) {
        int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return new ModelInfo(provider, model, uri.getHost(), uri.getPort() >= 0 ? uri.getPort() : usual);
    }
}
