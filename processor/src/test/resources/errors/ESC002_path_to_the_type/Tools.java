package shop;

import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record PlaceOrder(String sku, Optional<Customer> customer) {}

  record Customer(Map<String, Address> addresses) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(country, Address), Object), Hint.PATH([PlaceOrder, customer, addresses, country]), SchemaRemedy.OBJECT
  record Address(String street, Object country) {}

  /** Uses the broken record too; the error is shown once. */
  @Tool record MoveOrder(List<Address> to) {}
}
