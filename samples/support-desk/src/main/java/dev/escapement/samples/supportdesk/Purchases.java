package dev.escapement.samples.supportdesk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders in the application's database. */
@Repository
class Purchases {

    private static final String FIND = """
            select p.order_id, p.item, p.total_cents,
                coalesce((select sum(r.amount_cents) from refund r where r.order_id = p.order_id), 0) as refunded_cents
            from purchase p where p.order_id = ?""";

    private final JdbcClient database;

    Purchases(JdbcClient database) {
        this.database = database;
    }

    /**
     * Locks an order until the end of the current transaction, so that the refunds which are read afterwards cannot change.
     * An update locks the row in every database, and SQLite does not have {@code select … for update}.
     */
    void lock(String orderId) {
        database.sql("update purchase set total_cents = total_cents where order_id = ?")
                .param(orderId)
                .update();
    }

    /** Returns an order with the refunds so far, those of the current transaction included. */
    Purchase find(String orderId) throws UnknownPurchase {
        return database.sql(FIND)
                .param(orderId)
                .query((row, number) -> new Purchase(
                        row.getString("order_id"),
                        row.getString("item"),
                        row.getLong("total_cents"),
                        row.getLong("refunded_cents")))
                .optional()
                .orElseThrow(() -> new UnknownPurchase(orderId));
    }
}
