create table if not exists refund (idempotency_key varchar(200) primary key, order_id varchar(20) not null);
