package dev.escapement.run;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A supplier of random UUIDs, version 4. Reads the random device of the operating system where there is one, because
 * the first {@link UUID#randomUUID()} of a process, which initializes the security providers, takes longer than a step.
 * Safe for use by multiple Java threads.
 */
final class RandomIds implements Supplier<String> {

    private static final String DEVICE = "/dev/urandom";

    /** The number of bytes read at a time, which suffice for 64 ids. */
    private static final int BUFFER_SIZE = 64 * 2 * Long.BYTES;

    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;

    private ByteBuffer random = ByteBuffer.allocate(0);

    @Override
    public synchronized String get() {
        if (!random.hasRemaining()) {
            try (InputStream device = new FileInputStream(DEVICE)) {
                random = ByteBuffer.wrap(device.readNBytes(BUFFER_SIZE));
            } catch (IOException noDevice) {
                return UUID.randomUUID().toString();
            }
        }
        long high = (random.getLong() & ~VERSION_MASK) | VERSION_4;
        long low = (random.getLong() & ~VARIANT_MASK) | RFC_VARIANT;
        return new UUID(high, low).toString();
    }
}
