package dev.escapement.run;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a class logs while it is open, and keeps it off the console. {@code java.util.logging}, which is behind
 * {@link System.Logger}, is only reached by reflection: the module under test does not read it.
 */
final class RecordedLog implements AutoCloseable {

    /** One entry of the log. */
    record Entry(String message, Throwable thrown) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Object logger;
    private final Class<?> filters;

    private RecordedLog(Class<?> type) throws ReflectiveOperationException {
        filters = Class.forName("java.util.logging.Filter");
        logger = Class.forName("java.util.logging.Logger")
                .getMethod("getLogger", String.class)
                .invoke(null, type.getName());
        setFilter(Proxy.newProxyInstance(
                RecordedLog.class.getClassLoader(), new Class<?>[] {filters}, (proxy, method, arguments) -> {
                    entries.add(entry(arguments[0]));
                    return false;
                }));
    }

    static RecordedLog of(Class<?> type) {
        try {
            return new RecordedLog(type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.util.logging is not as it was", e);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void close() {
        try {
            setFilter(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.util.logging is not as it was", e);
        }
    }

    private void setFilter(Object filter) throws ReflectiveOperationException {
        logger.getClass().getMethod("setFilter", filters).invoke(logger, filter);
    }

    private static Entry entry(Object record) throws ReflectiveOperationException {
        return new Entry((String) record.getClass().getMethod("getMessage").invoke(record), (Throwable)
                record.getClass().getMethod("getThrown").invoke(record));
    }
}
