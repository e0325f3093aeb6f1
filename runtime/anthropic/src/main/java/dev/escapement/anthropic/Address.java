package dev.escapement.anthropic;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the Messages API is asked.
 *
 * @param base an absolute address, without a slash at its end
 */
record Address(URI base) {

    /** Where Anthropic itself is asked. */
    static final String ANTHROPIC = "https://api.anthropic.com";

    private static final String PROVIDER = "anthropic";
    private static final String VERSION = "/v1";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat what may be a secret in it
     */
    static Address of(String base) {
        try {
            String text = base.strip();
            while (text.endsWith("/")) {
                text = text.substring(0, text.length() - 1);
            }
            URI uri = new URI(text);
            if (!(isHttp(uri) || "https".equalsIgnoreCase(uri.getScheme()))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw wrong();
            }
            return new Address(uri);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("The base URL has to look like " + ANTHROPIC
                + ": http or https, a host, perhaps a port and a path, and nothing else.");
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    /** Where requests are posted to. Anthropic's own clients take addresses without the version, other people write it. */
    URI messages() {
        String text = base.toString();
        return URI.create((text.endsWith(VERSION) ? text : text + VERSION) + "/messages");
    }

    ModelInfo info(String model) {
        int usual = isHttp(base) ? HTTP_PORT : HTTPS_PORT;
        return new ModelInfo(PROVIDER, model, base.getHost(), base.getPort() >= 0 ? base.getPort() : usual);
    }
}
