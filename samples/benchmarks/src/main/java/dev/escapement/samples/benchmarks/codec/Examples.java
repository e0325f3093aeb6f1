package dev.escapement.samples.benchmarks.codec;

import java.util.ArrayList;
import java.util.List;

/** The values that the codec benchmark decodes and encodes. */
final class Examples {

    private static final int PARCELS = 8;
    private static final int SHIPMENTS = 24;

    private Examples() {}

    static Parcel parcel(int number) {
        return new Parcel(
                "A-" + (104_000 + number),
                "Ada Lovelace",
                1 + number % 99,
                Priority.values()[number % Priority.values().length],
                List.of("LAMP-3", "DESK-1", "CHAIR-" + number),
                number % 2 == 0);
    }

    static Shipment shipment(int number) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < PARCELS; i++) {
            parcels.add(parcel(number * PARCELS + i));
        }
        return new Shipment(
                "S-" + number, 12.5 + number, parcels, List.of(List.of(480, 600), List.of(), List.of(540, 660, 900)));
    }

    static Manifest manifest() {
        List<Shipment> shipments = new ArrayList<>();
        for (int i = 0; i < SHIPMENTS; i++) {
            shipments.add(shipment(i));
        }
        return new Manifest(
                "Depot Zürich",
                (long) SHIPMENTS * PARCELS,
                shipments,
                List.of("Ring twice.", "Ask for \"Ada\"\nat the door.", "Grüezi"));
    }
}
