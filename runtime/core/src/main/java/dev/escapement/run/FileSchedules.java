package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import dev.escapement.json.JsonCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of the schedules, a JSON object with the definition and the next tick of each schedule. All methods hold its
 * lock.
 */
final class FileSchedules {

    private static final JsonCodec<Map<String, StoredSchedule>> CODEC = StoredSchedule.CODEC.map();

    private final StoreDirectory directory;

    /** An action of a schedule. */
    interface TickAction {

        /** Performs the action, which can be repeated. */
        void perform() throws IOException;
    }

    FileSchedules(StoreDirectory directory) {
        this.directory = directory;
    }

    /** Registers a schedule unless it is registered with the same definition, and returns the time of its next tick. */
    Instant register(String schedule, StoredSchedule registered) throws IOException {
        LockFile.Held lock = directory.lockSchedules();
        try {
            Map<String, StoredSchedule> schedules = read();
            StoredSchedule before = schedules.get(schedule);
            StoredSchedule after = before == null ? registered : before.registered(registered);
            if (!after.equals(before)) {
                schedules.put(schedule, after);
                write(schedules);
            }
            return after.next();
        } finally {
            lock.close();
        }
    }

    /**
     * Performs an action and then moves a schedule to its following tick, if the schedule is at the given tick and the
     * time of the tick has passed. After a crash between the two, the next call performs the action again.
     *
     * @return whether the schedule was moved
     */
    boolean fire(ThreadQueue.Tick tick, TickAction action) throws IOException {
        LockFile.Held lock = directory.lockSchedules();
        try {
            Map<String, StoredSchedule> schedules = read();
            boolean isDue = StoredSchedule.isDue(
                    schedules.get(tick.schedule()), tick, directory.clock().instant());
            if (isDue) {
                action.perform();
                schedules.put(tick.schedule(), new StoredSchedule(tick.definition(), tick.following()));
                write(schedules);
            }
            return isDue;
        } finally {
            lock.close();
        }
    }

    private Map<String, StoredSchedule> read() throws IOException {
        Path file = directory.schedules();
        byte[] text;
        try {
            text = PrivateFiles.read(file, 0);
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        }
        return new TreeMap<>(
                JsonLine.read(ByteBuffer.wrap(text), CODEC, () -> damaged(file), (json, violations) -> damaged(file)));
    }

    private static StoreException damaged(Path file) {
        return new StoreException(FileStoreMessages.damagedSchedules(file), null, StoreException.Reason.FORMAT, null);
    }

    private void write(Map<String, StoredSchedule> schedules) throws IOException {
        ReplacedFile.write(directory.schedules(), JsonLine.of(CODEC, schedules), true);
    }
}
