package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.escapement.content.ContentStore;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.jdbc.JdbcTransactions;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.spring.AgentSetupException.Reason;
import dev.escapement.spring.permits.WaterDesk;
import dev.escapement.thread.ThreadStatus;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Tests the selection of the store. */
class StoreAutoConfigurationTest {

    @TempDir
    Path directory;

    private static ApplicationContextRunner withDesk(ApplicationContextRunner contexts) {
        return contexts.withBean("waterDesk", WaterDesk.class, WaterDesk::new)
                .withPropertyValues("escapement.worker.enabled=false");
    }

    private DataSource file(String name) {
        return SqliteFiles.source(directory, name);
    }

    @Test
    void dataSourceIsTheDefault() {
        withDesk(AgentContexts.sqlite(directory)).run(context -> {
            context.getBean(Runner.class).start("t1", "Is the water hot?");

            assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                            .queryForObject("select count(*) from esc_thread", Integer.class))
                    .isEqualTo(1);
        });
    }

    @Test
    void prefixNamesTheTables() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("escapement.store.prefix=desk_")
                .run(context -> assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                .queryForObject("select count(*) from desk_thread", Integer.class))
                        .isZero());
    }

    @Test
    void missingTablesAreNotCreatedIfDisabled() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("escapement.store.create-tables=false")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void directorySelectsFiles() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("escapement.store.directory=" + directory.resolve("threads"))
                .run(context -> assertThat(context).hasSingleBean(FileThreadStore.class));
    }

    @Test
    void fileStoreRequiresDirectory() {
        withDesk(AgentContexts.withoutStore())
                .withPropertyValues("escapement.store.type=file")
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_MISSING));
    }

    @Test
    void typeSelectsMemory() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("escapement.store.type=memory")
                .run(context -> assertThat(context).hasSingleBean(InMemoryThreadStore.class));
    }

    @Test
    void storeOfTheApplicationReplacesOurs() {
        withDesk(AgentContexts.sqlite(directory))
                .withBean("mine", ThreadStore.class, InMemoryThreadStore::new)
                .run(context -> assertThat(context)
                        .hasSingleBean(ThreadStore.class)
                        .doesNotHaveBean(JdbcThreadStore.class)
                        .doesNotHaveBean(ContentStore.class));
    }

    @Test
    void storeHasContents() {
        withDesk(AgentContexts.sqlite(directory))
                .run(context -> assertThat(context).hasSingleBean(ContentStore.class));
    }

    @Test
    void missingDataSourceIsAFailure() {
        withDesk(AgentContexts.withoutStore())
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_MISSING));
    }

    @Test
    void missingDataSourceIsAFailureWithoutSpringJdbc() {
        withDesk(AgentContexts.withoutStore())
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.transaction"))
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_MISSING));
    }

    @Test
    void dataSourceWorksWithoutSpringJdbc() {
        withDesk(AgentContexts.withoutStore())
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.transaction"))
                .withBean(DataSource.class, () -> file("plain.db"))
                .run(context -> assertThat(context).hasSingleBean(JdbcThreadStore.class));
    }

    @Test
    void unsupportedDatabaseIsAFailure() {
        withDesk(AgentContexts.withoutStore())
                .withBean(DataSource.class, () -> SqliteFiles.renamed(directory, "H2"))
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_UNSUPPORTED));
    }

    @Test
    void severalDataSourcesAreAFailure() {
        withSources().run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_AMBIGUOUS));
    }

    @Test
    void propertySelectsTheDataSource() {
        withSources()
                .withPropertyValues("escapement.store.data-source=second")
                .run(context -> assertThat(directory.resolve("second.db")).exists());
    }

    @Test
    void unknownDataSourceIsAFailure() {
        withSources()
                .withPropertyValues("escapement.store.data-source=third")
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_MISSING));
    }

    private ApplicationContextRunner withSources() {
        return withDesk(AgentContexts.withoutStore())
                .withBean("first", DataSource.class, () -> file("first.db"))
                .withBean("second", DataSource.class, () -> file("second.db"));
    }

    @Test
    void severalTransactionManagersAreAFailure() {
        withManagers()
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_AMBIGUOUS));
    }

    @Test
    void propertySelectsTheTransactionManager() {
        withManagers()
                .withPropertyValues("escapement.store.transaction-manager=second")
                .run(context -> assertThat(context).hasSingleBean(JdbcThreadStore.class));
    }

    private ApplicationContextRunner withManagers() {
        DataSource source = file("app.db");
        return withDesk(AgentContexts.withoutStore())
                .withBean(DataSource.class, () -> source)
                .withBean("first", PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source))
                .withBean("second", PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
    }

    @Test
    void transactionManagerOfAnotherDataSourceIsAFailure() {
        withManagersOf("first")
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.TRANSACTIONS_ELSEWHERE));
    }

    @Test
    void namedTransactionManagerOfAnotherDataSourceIsAFailure() {
        withManagersOf("first", "second")
                .withPropertyValues("escapement.store.transaction-manager=firstManager")
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.TRANSACTIONS_ELSEWHERE));
    }

    @Test
    void onlyTransactionManagerOfTheStoreIsSelected() {
        withManagersOf("first", "second").run(context -> {
            JdbcTransactions transactions =
                    context.getBean(JdbcAccess.class).transactions().orElseThrow();

            assertThat(transactions.run(transactions::connection)).isNotNull();
        });
    }

    @Test
    void transactionManagerOfProxyOfTheStoreIsSelected() {
        DataSource source = file("app.db");
        DataSource proxy = new LazyConnectionDataSourceProxy(source);
        withDesk(AgentContexts.withoutStore())
                .withBean(DataSource.class, () -> source)
                .withBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(proxy))
                .run(context -> {
                    JdbcTransactions transactions =
                            context.getBean(JdbcAccess.class).transactions().orElseThrow();

                    assertThat(transactions.run(transactions::connection)).isNotNull();
                });
    }

    @Test
    void managerOfJpaOnAnotherDataSourceIsNotSelected() {
        withManagersOf("second")
                .withBean("jpaManager", PlatformTransactionManager.class, () -> ofJpa(file("first.db")), primary())
                .run(context -> {
                    JdbcTransactions transactions =
                            context.getBean(JdbcAccess.class).transactions().orElseThrow();

                    assertThat(transactions.run(transactions::connection)).isNotNull();
                });
    }

    @Test
    void onlyManagerOfJpaOnAnotherDataSourceIsAFailure() {
        withManagersOf()
                .withBean("jpaManager", PlatformTransactionManager.class, () -> ofJpa(file("first.db")))
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.TRANSACTIONS_ELSEWHERE));
    }

    private static BeanDefinitionCustomizer primary() {
        return definition -> definition.setPrimary(true);
    }

    /** Returns a manager of JPA for a data source. */
    private static PlatformTransactionManager ofJpa(DataSource source) {
        JpaTransactionManager manager = new JpaTransactionManager(mock(EntityManagerFactory.class));
        manager.setDataSource(source);
        return manager;
    }

    /** Returns contexts with two data sources, of which the store uses the second, and the managers of some. */
    private ApplicationContextRunner withManagersOf(String... names) {
        ApplicationContextRunner contexts =
                withDesk(AgentContexts.withoutStore()).withPropertyValues("escapement.store.data-source=second");
        for (String name : List.of("first", "second")) {
            DataSource source = file(name + ".db");
            contexts = contexts.withBean(name, DataSource.class, () -> source);
            if (List.of(names).contains(name)) {
                contexts = contexts.withBean(
                        name + "Manager",
                        PlatformTransactionManager.class,
                        () -> new DataSourceTransactionManager(source));
            }
        }
        return contexts;
    }

    @Test
    void schemaInSqliteIsAFailure() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("escapement.store.schema=agents")
                .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.STORE_UNSUPPORTED));
    }

    @Test
    void oneConnectionToSqliteIsAFailure() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("spring.datasource.hikari.maximum-pool-size"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void fewConnectionsToSqliteAreLogged(CapturedOutput output) {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=5")
                .run(context -> assertThat(output).contains("spring.datasource.hikari.maximum-pool-size is 5"));
    }

    @Test
    void twoConnectionsToSqliteSuffice() {
        withDesk(AgentContexts.sqlite(directory))
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=2")
                .run(context -> assertThat(context.getBean(Runner.class)
                                .start("t1", "Is the water hot?")
                                .status())
                        .isEqualTo(ThreadStatus.FINISHED));
    }
}
