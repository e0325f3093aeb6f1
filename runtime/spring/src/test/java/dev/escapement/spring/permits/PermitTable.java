package dev.escapement.spring.permits;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A table of the application. */
public final class PermitTable {

    private final JdbcTemplate jdbc;

    /**
     * Creates the table if it does not exist.
     *
     * @param source the data source of the application
     */
    public PermitTable(DataSource source) {
        jdbc = new JdbcTemplate(source);
        jdbc.execute("create table if not exists permit (plate text not null)");
    }

    /**
     * Inserts a row, and then fails for a plate that begins with X. For a plate that begins with M, marks the transaction
     * for rollback, and for one that begins with C, lets its commit fail.
     */
    String insert(String plate) throws PlateBlockedException {
        jdbc.update("insert into permit (plate) values (?)", plate);
        if (plate.startsWith("M")) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else if (plate.startsWith("C")) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    throw new IllegalStateException("The plate must not be stored.");
                }
            });
        }
        if (plate.startsWith("X")) {
            throw new PlateBlockedException(plate);
        }
        return "Stored " + plate;
    }

    /** Returns the plates in their order. */
    public List<String> plates() {
        return jdbc.queryForList("select plate from permit order by plate", String.class);
    }
}
