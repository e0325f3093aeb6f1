package dev.escapement.run;

import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A supplier of random UUIDs, version 4. Reads the random device of the operating system where there is one, because
 * the first {@link UUID#randomUUID()} of a process, which initializes the security providers, takes longer than a step.
 */
final class RandomIds implements Supplier<String> {

    private static final String DEVICE = "/dev/urandom";
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;

    @Override
    public String get() {
        try (DataInputStream random = new DataInputStream(new FileInputStream(DEVICE))) {
            long high = (random.readLong() & ~VERSION_MASK) | VERSION_4;
            long low = (random.readLong() & ~VARIANT_MASK) | RFC_VARIANT;
            return new UUID(high, low).toString();
        } catch (IOException noDevice) {
            return UUID.randomUUID().toString();
        }
    }
}
