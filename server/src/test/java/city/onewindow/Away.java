package city.onewindow;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody on leave without anybody who may decide for him, for the pages that show it. */
final class Away {

    private Away() {}

    /** @return the id of the leave, of the test clock's first day; the same however often it is asked for */
    static long decider(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into approval.leave (region, account, name, department, from_day, until_day, kind, stand_in,
                            stand_in_name, needs_authorisation, registered_by, registered_name, registered_at, idempotency_key)
                        values ('410300', 'gaj-decide', '市公安局决定岗', 'gaj', date '2026-11-04', date '2026-11-04', 'OTHER',
                            'gaj-certify', '市公安局制证岗', true, 'manager', '中心管理岗', timestamp '2026-11-04 10:00', 'every-page')
                        on conflict do nothing
                        """).update();
        return jdbc.sql(
                        "select id from approval.leave where registered_by = 'manager' and idempotency_key = 'every-page'")
                .query(Long.class)
                .single();
    }
}
