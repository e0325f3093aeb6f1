package dev.escapement.run;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of a thread that stay open while this process holds a lease of the thread: the file for appending, the side
 * file and the file of the locks. An append then opens no file. The holder of the thread's lock uses it.
 */
final class LeasedFiles {

    private final ThreadLock lock;
    private final Path side;
    private final AppendChannel channel;
    private final OpenLeaseFile leaseFile;

    /** The number of leases of the thread that this process holds. */
    private int leases;

    /** The open file of the locks; null without lease. */
    private LockFile.@Nullable OpenLocks locks;

    LeasedFiles(StoreDirectory directory, String id, ThreadLock lock) {
        this.lock = lock;
        this.channel = new AppendChannel(directory, directory.thread(id));
        this.side = directory.lease(id);
        this.leaseFile = new OpenLeaseFile(side);
    }

    /** Returns the file for appending, which is open after an append until {@link #closeUnleased} is called. */
    AppendChannel channel() {
        return channel;
    }

    /** Keeps the files open until {@link #removeLease} is called. */
    void addLease() throws IOException {
        if (leases == 0) {
            locks = lock.keepOpen();
        }
        leases++;
    }

    /** Closes the files when the last lease is removed. */
    void removeLease() throws IOException {
        leases--;
        closeUnleased();
    }

    /** Closes the files if this process does not hold a lease. */
    void closeUnleased() throws IOException {
        if (leases > 0) {
            return;
        }
        try {
            leaseFile.close();
            channel.close();
        } finally {
            if (locks != null) {
                locks.close();
                locks = null;
            }
        }
    }

    /** Returns the state in the side file; null if the file is missing, or does not contain a state. */
    @Nullable
    LeaseState leaseState() throws IOException {
        return leases > 0 ? leaseFile.state() : LeaseFile.read(side);
    }
}
