package dev.escapement.samples.retail;

import dev.escapement.Effect;
import dev.escapement.Step;
import dev.escapement.Toolkit;
import dev.escapement.samples.retail.shop.CalculationException;
import dev.escapement.samples.retail.shop.Calculator;
import dev.escapement.samples.retail.shop.Catalogue;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.Product;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.samples.retail.shop.ShopException;
import dev.escapement.samples.retail.shop.Variant;
import dev.escapement.samples.retail.tool.Calculate;
import dev.escapement.samples.retail.tool.GetItemDetails;
import dev.escapement.samples.retail.tool.GetOrderDetails;
import dev.escapement.samples.retail.tool.GetProductDetails;

/** The read-only steps that both sub-agents of {@link FrontDesk} need. */
@Toolkit
public final class OrderLookup {

    private final Shop shop;
    private final Catalogue catalogue;

    /**
     * Creates a toolkit for a shop.
     *
     * @param shop the shop
     */
    public OrderLookup(Shop shop) {
        this.shop = shop;
        this.catalogue = new Catalogue(shop);
    }

    @Step(effect = Effect.READ)
    Order order(GetOrderDetails call) throws ShopException {
        return shop.order(call.orderId());
    }

    @Step(effect = Effect.READ)
    Product product(GetProductDetails call) throws ShopException {
        return shop.product(call.productId());
    }

    @Step(effect = Effect.READ)
    Variant item(GetItemDetails call) throws ShopException {
        return catalogue.variant(call.itemId());
    }

    @Step(effect = Effect.READ)
    String calculate(Calculate call) throws CalculationException {
        return Calculator.evaluate(call.expression());
    }
}
