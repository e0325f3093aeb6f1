package dev.escapement.run;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A supplier of random UUIDs, version 4. Reads the random device of a Unix system, because the first {@link
 * UUID#randomUUID()} of a process, which initializes the security providers, takes longer than a step. Without the
 * device, calls that method. Safe for use by multiple Java threads.
 */
final class RandomIds implements Supplier<String> {

    private static final String UNIX_DEVICE = "/dev/urandom";

    /** The supplier of all runners, so that a new runner does not read the device again. */
    static final RandomIds SHARED = new RandomIds(UNIX_DEVICE);

    private static final int ID_SIZE = 2 * Long.BYTES;

    /** The number of bytes read at a time, which suffice for 64 ids. */
    private static final int BUFFER_SIZE = 64 * ID_SIZE;

    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;

    private final String device;
    private ByteBuffer random = ByteBuffer.allocate(0);

    /** Creates a supplier that reads a given device. */
    RandomIds(String device) {
        this.device = device;
    }

    @Override
    public synchronized String get() {
        if (!random.hasRemaining()) {
            random = ByteBuffer.wrap(read());
        }
        if (random.remaining() < ID_SIZE) { // no device, or a file in its place
            return UUID.randomUUID().toString();
        }
        long high = (random.getLong() & ~VERSION_MASK) | VERSION_4;
        long low = (random.getLong() & ~VARIANT_MASK) | RFC_VARIANT;
        return new UUID(high, low).toString();
    }

    /** Returns random bytes, or an empty array without the device. On Windows, its path could be that of a file. */
    private byte[] read() {
        byte[] nothing = {};
        if (File.separatorChar != '/') {
            return nothing;
        }
        try (InputStream in = new FileInputStream(device)) {
            byte[] bytes = in.readNBytes(BUFFER_SIZE);
            return bytes.length == BUFFER_SIZE ? bytes : nothing;
        } catch (IOException noDevice) {
            return nothing;
        }
    }
}
