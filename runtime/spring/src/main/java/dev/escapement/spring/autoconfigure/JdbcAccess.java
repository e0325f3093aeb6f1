package dev.escapement.spring.autoconfigure;

import dev.escapement.jdbc.JdbcTransactions;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database of the store.
 *
 * @param source the data source, whose connections do not join transactions
 * @param transactions the transactions of steps; empty for those of the store
 */
record JdbcAccess(DataSource source, Optional<JdbcTransactions> transactions) {}
