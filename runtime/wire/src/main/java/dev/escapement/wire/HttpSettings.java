package dev.escapement.wire;

/** How a provider is talked to. Immutable. */
public final class HttpSettings {

    /** What serves most: 10 s to connect, 10 min for a reply, 2 min of silence, 2 retries, 32 MiB, no limit of requests. */
    public static final HttpSettings DEFAULT = new HttpSettings();

    private HttpSettings() {}
}
