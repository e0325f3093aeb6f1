package dev.escapement.samples.supportdesk;

import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application in a process that ends between the row of an approved refund and its event, as after a kill. */
final class KilledDesk {

    static final int EXIT_CODE = 7;
    static final String THREAD = "refund-1";

    private KilledDesk() {}

    /** Approves a refund in the database whose directory is the argument. */
    public static void main(String[] args) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(SupportDeskApplication.class, KillingRefunds.class);
        ConfigurableApplicationContext context = builder.run(RunningDesk.arguments(Path.of(args[0])));
        Runner runner = context.getBean("refundClerkRunner", Runner.class);
        runner.start(THREAD, "Refund 24900 cents of order B-2002: broken");
        runner.approve(THREAD, "call_1", Approver.of("alice"));
        Runtime.getRuntime().halt(1); // the step did not insert a row
    }

    /**
     * The refunds of a process that ends after the insertion of a row. Without an annotation, because the scan of the
     * application would find it in each test.
     */
    static class KillingRefunds {

        @Bean
        @Primary
        Refunds killingRefunds(JdbcClient database) {
            return new Refunds(database) {
                @Override
                RefundReceipt insert(String key, String orderId, long amountCents) {
                    RefundReceipt receipt = super.insert(key, orderId, amountCents);
                    int rows = database.sql("select count(*) from refund")
                            .query(Integer.class)
                            .single();
                    System.out.println("rows in the transaction: " + rows);
                    System.out.flush();
                    Runtime.getRuntime().halt(EXIT_CODE);
                    return receipt;
                }
            };
        }
    }
}
