package lexicon

// PageRole says what a member of an object that is a page of a list is likely to be.
type PageRole uint8

// The roles.
const (
	NoPageRole PageRole = iota
	PageList
	PageTotal
	PageNumber
	PageSize
	PageInfo // an object that holds the others
)

// Page looks up a member name of an object that may be a page.
func Page(name string) PageRole {
	role, _ := pageWords.find(name)
	return role
}

var pageWords = expand(map[PageRole]string{
	PageList:   "list records rows items data content results datalist elements lists result datas resultlist record itemlist",
	PageTotal:  "total totalcount totalelements totalnum recordstotal totalrecord totalrecords totalsize count totalnumber totalitems totalrow totalrows totalresult recordcount allcount itemcount",
	PageNumber: "page pageno pagenum pagenumber pageindex current currentpage curpage pagecurrent nowpage",
	PageSize:   "pagesize size limit perpage pagelimit rowsperpage numperpage pagerows",
	PageInfo:   "pageinfo pagination paging pager pageable pagedata pagebean",
})
