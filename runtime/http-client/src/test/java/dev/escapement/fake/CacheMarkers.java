package dev.escapement.fake;

/** The cache markers of a request. */
final class CacheMarkers {

    private static final int MOST = 4;

    private int found;
    private boolean hasShort;

    /** Counts the marker of a block, if it has one. */
    void on(RequestNode block) {
        block.find("cache_control").ifPresent(marker -> {
            marker.only("type", "ttl").get("type").oneOf("ephemeral");
            boolean isLong = marker.find("ttl")
                    .filter(ttl -> ttl.oneOf("5m", "1h").equals("1h"))
                    .isPresent();
            if (isLong && hasShort) {
                throw marker.wrong("a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block");
            }
            hasShort |= !isLong;
            found++;
            if (found > MOST) {
                throw new Complaint(
                        "A maximum of " + MOST + " blocks with cache_control may be provided. Found " + found + ".");
            }
        });
    }
}
