package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import java.util.List;

/** The failures of the setup of agents, stores and models. */
final class SetupFailures {

    private static final String STORE_REMEDY =
            "Set spring.datasource.url to an SQLite or PostgreSQL database, with spring-boot-starter-jdbc and the"
                    + " driver on the class path; or set escapement.store.directory for files; or set"
                    + " escapement.store.type=memory in tests; or define a bean of type ThreadStore.";

    private SetupFailures() {}

    /** Returns the failure for an agent without a generated loop. */
    static AgentSetupException loopMissing(String bean, Class<?> agent, String loop) {
        return new AgentSetupException(
                Reason.LOOP_MISSING,
                "The agent " + agent.getName() + " of the bean '" + bean + "' was compiled without its loop " + loop
                        + ".",
                "Add dev.escapement:escapement-processor to the annotation processors of the compiler"
                        + " (annotationProcessorPaths in Maven, annotationProcessor in Gradle), and compile again.");
    }

    /** Returns the failure for two beans of one agent. */
    static AgentSetupException duplicateAgent(Class<?> agent, String first, String second) {
        return new AgentSetupException(
                Reason.DUPLICATE_AGENT,
                "The beans '" + first + "' and '" + second + "' are both agents of the class " + agent.getName()
                        + ", and stored threads refer to agents by their class or name.",
                "Remove one of the beans, or define a bean of the loop class for the one to use.");
    }

    /** Returns the failure for a context without a store and a data source. */
    static AgentSetupException storeMissing() {
        return new AgentSetupException(
                Reason.STORE_MISSING,
                "The agents need a store for their threads, and the application has neither a ThreadStore nor a"
                        + " DataSource.",
                STORE_REMEDY);
    }

    /** Returns the failure for a file store without a directory. */
    static AgentSetupException directoryMissing() {
        return new AgentSetupException(
                Reason.STORE_MISSING,
                "The property escapement.store.type is file, and escapement.store.directory is not set.",
                "Set escapement.store.directory to the directory of the threads.");
    }

    /** Returns the failure for a property with the name of a bean that does not exist. */
    static AgentSetupException beanMissing(String property, String name, String type) {
        return new AgentSetupException(
                Reason.STORE_MISSING,
                "The property " + property + " is '" + name + "', and the application does not have a " + type
                        + " bean with this name.",
                "Set the property to the name of a " + type + " bean.");
    }

    /** Returns the failure for several beans without a primary one. */
    static AgentSetupException ambiguous(String property, String type, List<String> names) {
        return new AgentSetupException(
                Reason.STORE_AMBIGUOUS,
                "The store of the agents needs one " + type + ", and the application has several: "
                        + String.join(", ", names) + ".",
                "Set " + property + " to the name of one of them, or make one @Primary.");
    }

    /** Returns the failure for transaction managers of other data sources than that of the store. */
    static AgentSetupException otherDataSource(String property, List<String> names) {
        return new AgentSetupException(
                Reason.TRANSACTIONS_ELSEWHERE,
                "The selected transaction manager manages another data source than that of the store of the agents, so"
                        + " that transactional steps could not be committed together with their events. The application"
                        + " has the transaction managers " + String.join(", ", names) + ".",
                "Set " + property + " to the name of a transaction manager of the data source of the store, define one"
                        + " (a JdbcTransactionManager), or set escapement.store.data-source to the data source of the"
                        + " transaction manager.");
    }

    /** Returns the failure for an unsupported database. */
    static AgentSetupException unsupportedDatabase(IllegalArgumentException cause) {
        AgentSetupException failure =
                new AgentSetupException(Reason.STORE_UNSUPPORTED, String.valueOf(cause.getMessage()), STORE_REMEDY);
        failure.initCause(cause);
        return failure;
    }

    /** Returns the failure for a schema in SQLite. */
    static AgentSetupException schemaInSqlite(String schema) {
        return new AgentSetupException(
                Reason.STORE_UNSUPPORTED,
                "The property escapement.store.schema is \"" + schema
                        + "\", and the database of the store is SQLite, which does not have schemas.",
                "Remove the property, or set escapement.store.prefix to separate the tables of several stores.");
    }

    /** Returns the failure for a pool with too few connections to SQLite. */
    static AgentSetupException poolTooSmall(int connections) {
        return new AgentSetupException(
                Reason.STORE_UNSUPPORTED,
                "The property spring.datasource.hikari.maximum-pool-size must be at least "
                        + SqliteSettings.MIN_CONNECTIONS + " for a store in SQLite, not " + connections
                        + ": the store keeps a connection for writing and up to four for reading.",
                "Remove the property, whose default is 10, or set it to "
                        + SqliteSettings.SUFFICIENT_CONNECTIONS
                        + " or more, so that one connection remains for the application.");
    }

    /** Returns the failure for runners whose store is not the bean. */
    static AgentSetupException workerUnsupported(IllegalArgumentException cause) {
        AgentSetupException failure = new AgentSetupException(
                Reason.WORKER_UNSUPPORTED,
                "The worker cannot execute the threads of the runners. " + cause.getMessage(),
                "Define the store of your Runner beans as the only bean of type ThreadStore, or set"
                        + " escapement.worker.enabled=false.");
        failure.initCause(cause);
        return failure;
    }

    /** Returns the failure for a store that is not a queue, whose bean has an interface as its type. */
    static AgentSetupException noQueue(Class<?> store) {
        return new AgentSetupException(
                Reason.STORE_UNSUPPORTED,
                "The store " + store.getName() + " is not a ThreadQueue, which the worker requires.",
                "If an engine executes the threads, declare the bean with its class in place of ThreadStore, or set"
                        + " escapement.worker.enabled=false. Otherwise, use a store that is a ThreadQueue.");
    }

    /** Returns the failure for several runners that execute the threads of an agent. */
    static AgentSetupException duplicateRunner(String agent) {
        return new AgentSetupException(
                Reason.DUPLICATE_RUNNER,
                "Two beans of type Runner execute the threads of the agent " + agent + ".",
                "Define one Runner bean for all agents that delegate to each other, and obtain the others with"
                        + " Runner.forAgent where they are required; or define a Worker bean; or set"
                        + " escapement.worker.enabled=false.");
    }

    /** Returns the failure for a context without models. */
    static AgentSetupException modelMissing() {
        return new AgentSetupException(
                Reason.MODEL_MISSING,
                "The agents need a model, and the application has none.",
                "Set escapement.models.default.provider and escapement.models.default.model, or define a bean of type"
                        + " Model or AgentModels.");
    }
}
