package dev.escapement.fake;

/** The cache markers of a request. */
final class CacheMarkers {

    private static final int MOST = 4;

    private int found;

    /** Counts the marker of a block, if it has one. */
    void on(RequestNode block) {
        block.find("cache_control").ifPresent(marker -> {
            marker.only("type", "ttl").get("type").oneOf("ephemeral");
            marker.find("ttl").ifPresent(ttl -> ttl.oneOf("5m", "1h"));
            found++;
            if (found > MOST) {
                throw new Complaint(
                        "A maximum of " + MOST + " blocks with cache_control may be provided. Found " + found + ".");
            }
        });
    }
}
