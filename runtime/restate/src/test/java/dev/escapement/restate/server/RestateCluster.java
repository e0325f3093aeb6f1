package dev.escapement.restate.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A cluster of three real nodes of Restate on the loopback interface, each with a directory and ports of its own. Each
 * record is stored on two nodes, so the cluster works without any one node. It ends with this JVM at the latest. Its
 * methods may be called by any Java thread.
 */
public final class RestateCluster implements AutoCloseable {

    /** The number of nodes. They are numbered from 1. */
    public static final int NODES = 3;

    private final List<RestateNode> nodes = new ArrayList<>();

    private RestateCluster() {}

    /** Starts a cluster with the default settings and waits until each node is ready. */
    public static RestateCluster start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /**
     * Starts a cluster and waits until each node is ready.
     *
     * @param settings further settings of each node, as in {@link RestateServer#start(Map)}
     * @throws IllegalStateException if a node is not ready within {@link Polling#LIMIT}
     */
    public static RestateCluster start(Map<String, String> settings) throws IOException, InterruptedException {
        RestateCluster cluster = new RestateCluster();
        boolean ready = false;
        try {
            for (int number = 1; number <= NODES; number++) {
                cluster.nodes.add(new RestateNode("node-" + number));
            }
            cluster.configure(settings);
            cluster.recover();
            ready = true;
            return cluster;
        } finally {
            if (!ready) {
                cluster.close();
            }
        }
    }

    private void configure(Map<String, String> settings) {
        String addresses = nodes.stream()
                .map(RestateNode::address)
                .map(RestateNode::text)
                .collect(Collectors.joining(", ", "[", "]"));
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put(
                "cluster-name",
                RestateNode.text("test-" + ProcessHandle.current().pid() + "-" + nodes.hashCode()));
        shared.put("default-replication", "2");
        shared.put("metadata-client.addresses", addresses);
        // The first leaders are elected after this time; the default of 5 s only delays them.
        shared.put("gossip-suspect-interval", RestateNode.text("1s"));
        shared.putAll(settings);
        for (RestateNode node : nodes) {
            node.configure(shared);
            node.configure(Map.of("auto-provision", String.valueOf(node == nodes.get(0))));
        }
    }

    private RestateNode node(int number) {
        if (number < 1 || number > NODES) {
            throw new IllegalArgumentException(
                    "The number of a node is " + number + ". Use a number between 1 and " + NODES + ".");
        }
        return nodes.get(number - 1);
    }

    /** Returns a node's address for calls of services, with a slash at its end. */
    public URI ingress(int number) {
        return node(number).ingress();
    }

    /** Returns a node's address of the administration API, with a slash at its end. */
    public URI admin(int number) {
        return node(number).admin();
    }

    /** Returns whether the process of a node runs. */
    public boolean isRunning(int number) {
        return node(number).isRunning();
    }

    /** Registers services through the first node that runs at each attempt; see {@link RestateServer#register}. */
    public void register(URI service) throws InterruptedException {
        RestateAdmin.register(this::running, service, false);
    }

    /** Registers services that Restate calls with HTTP/1.1. */
    void registerHttp11(URI service) throws InterruptedException {
        RestateAdmin.register(this::running, service, true);
    }

    /** Executes a query through the first node that runs at each attempt; see {@link RestateServer#sql}. */
    public List<Map<String, String>> sql(String query) throws InterruptedException {
        return RestateAdmin.sql(this::running, query);
    }

    /** Executes a query through a node; see {@link RestateServer#sql}. */
    public List<Map<String, String>> sql(int number, String query) throws InterruptedException {
        return RestateAdmin.sql(node(number)::client, query);
    }

    private RestateAdmin running() {
        return nodes.stream()
                .filter(RestateNode::isRunning)
                .findFirst()
                .map(RestateNode::client)
                .orElseThrow(() -> new IllegalStateException("No node runs. Restart one."));
    }

    /** Kills the process of a node with SIGKILL and waits for its end. */
    public void kill(int number) {
        node(number).kill();
    }

    /**
     * Kills the process of a node if it runs, and starts it with the same directory and ports. Does not wait until it is
     * ready: see {@link #awaitHealthy}.
     */
    public void restart(int number) throws IOException {
        node(number).kill();
        node(number).start();
    }

    /**
     * Waits until each node that runs is ready: it answers, the cluster has three members, and the node reaches the leader
     * of each partition. Another node may be killed then without loss.
     *
     * @param limit the longest time to wait for each node
     * @throws IllegalStateException if a node ends or is not ready within the limit
     */
    public void awaitHealthy(Duration limit) throws InterruptedException {
        for (RestateNode node : nodes) {
            if (node.isRunning()) {
                node.awaitReady(NODES, limit);
            }
        }
    }

    /** Starts the nodes that do not run, and waits until each node is ready. */
    public void recover() throws IOException, InterruptedException {
        for (RestateNode node : nodes) {
            node.start();
        }
        for (RestateNode node : nodes) {
            node.awaitReady(NODES, Polling.LIMIT);
        }
    }

    /** Returns the lines of a node's log, also of earlier runs. */
    public List<String> log(int number) {
        return node(number).log();
    }

    /** Kills the processes and deletes their directories. */
    @Override
    public void close() {
        nodes.forEach(RestateNode::kill);
        nodes.forEach(RestateNode::remove);
    }
}
