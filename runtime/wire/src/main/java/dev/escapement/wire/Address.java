package dev.escapement.wire;

import java.net.URI;

/** Addresses that can be asked. */
final class Address {

    private Address() {}

    /**
     * Checks an address.
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
}
