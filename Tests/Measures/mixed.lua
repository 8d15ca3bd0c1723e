-- Nine reads and one act of support logged, over and over; every act has a key of its own.
local person = os.getenv("person")
local list = "/v1/cohorts/cohorte-imaginaire/participants"
local reads = { list, list .. "?query=ev", list .. "?limit=5", "/v1/participants/" .. person, "/v1/me", "/v1/cohorts",
    "/v1/cohorts/cohorte-imaginaire/sessions", "/v1/support/overdue", "/v1/participants/" .. person .. "/support" }
local count = 0
local start = tostring(os.time())

request = function()
    count = count + 1
    local which = count % 10
    if which > 0 then return wrk.format("GET", reads[which]) end
    local day = string.format("20%02d-%02d-%02d", 31 + count / 10 / 336 % 60, count / 10 / 28 % 12 + 1, count / 10 % 28 + 1)
    return wrk.format("POST", "/v1/participants/" .. person .. "/support",
        { ["Content-Type"] = "application/json", ["Idempotency-Key"] = start .. "-" .. count, ["Authorization"] = wrk.headers["Authorization"] },
        string.format('{"date":"%s","minutes":30,"mode":"phone","theme":"Essai","autonomy":"partly","outcome":"solved"}', day))
end
