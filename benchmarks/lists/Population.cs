using Npgsql;

namespace Percurso.Benchmarks;

/// <summary>Fills a site with dentists, their clinics, patients and cases: unevenly, as life does. Written by the database itself, or it would take an hour.</summary>
static class Population
{
    /// <summary>Rows above which a table must not be read from end to end.</summary>
    const long Large = 10_000;

    public static string EmailOf(int dentist) => $"d{dentist}@bench.localhost";

    /// <summary>The first clinic has three cases of a hundred; the others share the rest, the first of them more than the last.</summary>
    public static async Task FillAsync(NpgsqlDataSource database, int cases, int dentists)
    {
        await CopyAsync(database, "accounts.account", $"email = 'dentista@demo.localhost'", dentists,
            """
            jsonb_build_object('id', md5('a' || i)::uuid, 'name', 'Dentista ' || i, 'email', 'd' || i || '@bench.localhost', 'user_name', 'd' || i || '@bench.localhost',
                'normalized_email', upper('d' || i || '@bench.localhost'), 'normalized_user_name', upper('d' || i || '@bench.localhost'))
            """);
        await RunAsync(database, $"""
            insert into accounts.account_role (account_id, role_id)
                select md5('a' || i)::uuid, role.id from generate_series(1, {dentists}) i, accounts.role where role.name = 'dentist';
            insert into accounts.consent select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'account_id', md5('a' || i)::uuid))).*
                from generate_series(1, {dentists}) i, accounts.consent one, accounts.account me where one.account_id = me.id and me.email = 'dentista@demo.localhost';
            """);
        await CopyAsync(database, "clinics.clinic", "name = 'Clínica Moraes'", dentists, "jsonb_build_object('id', md5('c' || i)::uuid, 'name', 'Consultório ' || i, 'delivery_id', null)");
        await RunAsync(database, $"""
            insert into clinics.member (clinic_id, account_id, role, joined_at)
                select md5('c' || i)::uuid, md5('a' || i)::uuid, 'Dentist', now() from generate_series(1, {dentists}) i;

            create temp table plan as
                select n, case when n <= {cases} * 3 / 100 then 1 else 2 + floor(power(random(), 2) * ({dentists} - 1))::int end as place,
                    (array['Conceição','José','Antônio da','Ângela','João','Lúcia','Otávio','Íris','Sebastião','Úrsula'])[1 + n % 10] || ' '
                    || (array['Araújo','Ferreira','Brandão','Gonçalves','Simões','Magalhães','Pinhão','Farias','Sampaio','Muniz','Leitão'])[1 + n % 11] || ' '
                    || (array['Neto','Filho','da Silva','de Assunção','Prado','Tavares','Queirós'])[1 + n % 7] as name, random() as fate, 1 + floor(random() * 6)::int as at
                from generate_series(1, {cases}) n;

            insert into patients.patient (id, version, clinic_id, name, sex, added_at, added_by)
                select md5('p' || n)::uuid, 1, md5('c' || place)::uuid, name, 'Unsaid', now(), md5('a' || place)::uuid from plan;

            insert into cases."case" (id, version, number, nickname, clinic_id, patient_id, patient_name, dentist_id, pathway_id, prescription, surgery_on, opened_at, opened_by,
                    state, event_count, step_key, turn, turn_since, reminded, risk, look_on, promised_on)
                select md5('k' || n)::uuid, 1, '2025-' || n, 'caso ' || n, md5('c' || place)::uuid, md5('p' || n)::uuid, name, md5('a' || place)::uuid, model.pathway_id,
                    model.prescription, current_date + (n % 90), now() - (n % 700) * interval '1 day', md5('a' || place)::uuid,
                    case when fate < .6 then 'Finished' when fate < .65 then 'Cancelled' else 'Walking' end, 1,
                    (array['guidance','payment','files','preview','meeting','final-plan'])[at],
                    case when fate < .65 then 'Nobody' when fate < .82 then 'Dentist' else 'Company' end, now() - (n % 40) * interval '1 day', 0, 'None',
                    case when fate < .65 then null else current_date - 20 + n % 40 end, case when fate < .65 then null else current_date - 20 + n % 60 end
                from plan, (select * from cases."case" order by number limit 1) model;

            insert into cases.step (case_id, key, kind, position, needs, state, turn, held_days)
                select md5('k' || n)::uuid, step.key, step.kind, step.position, step.needs, 'Locked', 'Nobody', 0
                from plan, cases.step step where step.case_id = (select id from cases."case" where number not like '2025-%' order by number limit 1);
            """ + Sponsored);
        await RunAsync(database, "vacuum analyze");
    }

    /// <summary>One sponsor pays for a fifth of all cases: their charges, the uses of its coupons, and what each took from its balance.</summary>
    const string Sponsored =
        """

        create temp table sponsored as
            select n, md5('s' || n)::uuid as charge, md5('c' || place)::uuid as clinic, md5('a' || place)::uuid as dentist from plan where n % 5 = 0;

        insert into payments.charge select (jsonb_populate_record(model.one, jsonb_build_object('id', charge, 'number', 1000000 + n, 'subject_id', md5('k' || n)::uuid, 'key', 'bench',
                'title', '2025-' || n, 'clinic_id', clinic, 'payer_id', dentist, 'state', 'Paid', 'sponsor_id', sponsor.id, 'sponsor_pays', (model.one).sum, 'paid_at', now() - (n % 700) * interval '1 day'))).*
            from sponsored, (select charge as one from payments.charge charge order by number limit 1) model, (select id from payments.sponsor order by name limit 1) sponsor;

        insert into payments.coupon_use (id, coupon_id, charge_id, account_id, amount, sponsor_id, used_at)
            select md5('u' || n)::uuid, coupon.id, charge, dentist, 100, coupon.sponsor_id, now()
            from sponsored, (select * from payments.coupon where sponsor_id = (select id from payments.sponsor order by name limit 1) order by code limit 1) coupon;

        insert into payments.sponsor_entry (id, sponsor_id, amount, charge_id, note, at)
            select md5('e' || n)::uuid, (select id from payments.sponsor order by name limit 1), -100, charge, '2025-' || n, now() - (n % 700) * interval '1 day' from sponsored;
        """;

    /// <summary>How often each large table was read from end to end so far.</summary>
    public static async Task<Dictionary<string, long>> ScansAsync(NpgsqlDataSource database)
    {
        var scans = new Dictionary<string, long>();
        await Task.Delay(1500); // sessions report what they read about once a second
        await using var ask = database.CreateCommand($"select schemaname || '.' || relname, seq_scan from pg_stat_user_tables where n_live_tup > {Large}");
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync()) scans[reader.GetString(0)] = reader.GetInt64(1);
        return scans;
    }

    public static async Task<IEnumerable<string>> ScansSinceAsync(NpgsqlDataSource database, Dictionary<string, long> before) =>
        (await ScansAsync(database)).Where(table => table.Value > before.GetValueOrDefault(table.Key)).Select(table => $"{table.Key} was read from end to end {table.Value - before.GetValueOrDefault(table.Key)} times.");

    /// <summary>Makes rows like one that is there, each with something of its own.</summary>
    static Task CopyAsync(NpgsqlDataSource database, string table, string like, int rows, string own) =>
        RunAsync(database, $"insert into {table} select (jsonb_populate_record(one, {own})).* from generate_series(1, {rows}) i, {table} one where {like}");

    static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }
}
