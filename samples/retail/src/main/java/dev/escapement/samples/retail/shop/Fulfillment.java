package dev.escapement.samples.retail.shop;

import java.util.List;

/**
 * A parcel that contains items of an order.
 *
 * @param trackingId the carriers' tracking numbers
 * @param itemIds the items in it
 */
public record Fulfillment(List<String> trackingId, List<String> itemIds) {
    public Fulfillment {
        trackingId = List.copyOf(trackingId);
        itemIds = List.copyOf(itemIds);
    }
}
