package dev.escapement.samples.quickstart;

import dev.escapement.Tool;
import java.util.List;

/**
 * Notify the warehouse of articles that the customer will return.
 *
 * @param orderId The order number, like A-1042
 * @param skus The article numbers, each like LAMP-3
 */
@Tool
public record NotifyWarehouse(String orderId, List<String> skus) {}
